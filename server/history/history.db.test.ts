import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOTS, textOf } from "../../app/document-model/document";
import { linkKey, linkMap } from "../../app/document-model/links";
import { documentUpdate, documentVersion } from "../../db/schema";
import { blockOf, changes, textNow } from "../../tests/history/changes";
import {
  eventsOf,
  type HearingWorld,
  hearingWorld,
  neighbour,
  textSent,
  textWritten,
  writes,
} from "../../tests/world/hearing";
import type { Amended } from "../document-store/shapes";
import type { Viewer } from "../identity/viewer";
import { createHistory } from "./index";
import { createReader } from "./reader";
import type { HistoryPage } from "./shapes";
import { readAside } from "./thread";

let world: HearingWorld;
let history: ReturnType<typeof createHistory>;
const amended: Amended<unknown>[] = [];

beforeAll(async () => {
  world = await hearingWorld();
  const read = createReader(world.db);
  history = createHistory({
    ...world,
    read: (extent, wanted) => ({ read: read(extent, wanted), rows: () => 0 }),
    onAmended: (one) => amended.push(one),
  });
});
afterAll(() => world?.close());

const NOW = { at: null, against: null, restore: null };

async function pageOf(viewer: Viewer, responseId: string, asked: Partial<typeof NOW> | Record<string, string> = {}) {
  const page = await history.page(viewer, responseId, { ...NOW, ...asked });
  if (!page.isReady) throw new Error("Expected the history to be there.");
  return page;
}

type View<Kind> = Extract<Extract<HistoryPage, { isReady: true }>["view"], { kind: Kind }>;
async function viewOf<Kind extends "text" | "compared" | "restoring">(
  kind: Kind,
  viewer: Viewer,
  responseId: string,
  asked: Record<string, string> = {},
): Promise<View<Kind>> {
  const { view } = await pageOf(viewer, responseId, asked);
  if (view.kind !== kind) throw new Error(`Expected ${kind}; got ${view.kind}.`);
  return view as View<Kind>;
}

/** Sune writes, and an hour later Elsa adds and takes away. */
async function written() {
  const { people, clock } = world;
  const { responseId, documentId } = await textWritten(world);
  const first = await writes(world, people.sune, documentId, "Kommunen støtter aftalen.");
  const second = await writes(world, people.sune, documentId, "Vi savner en tidsplan.");
  const then = (await pageOf(people.sune, responseId)).headSeq;
  clock.at = new Date(clock.at.getTime() + 3_600_000);
  await changes(world, people.elsa, documentId, (doc) => blockOf(doc, first).text.insert(24, " om tidlig varsling"));
  await changes(world, people.elsa, documentId, (doc) => {
    doc.getXmlFragment(ROOTS.body).delete(blockOf(doc, second).at, 1);
  });
  return { responseId, documentId, first, second, then };
}

test("[V1] a text is shown with who wrote which words of it, and when", async () => {
  const { people } = world;
  const { responseId, first } = await written();
  const { view, writers } = await pageOf(people.lars, responseId);
  if (view.kind !== "text") throw new Error("Expected a text.");
  const at = view.document.blocks.findIndex(({ id }) => id === first);
  const named = (id: string | null) => writers.find((one) => one.id === id)?.name ?? null;
  expect(view.hands[at]?.map(({ length, by }) => [length, named(by)])).toEqual([
    [25, "Sune Social"],
    [19, "Elsa Ældre"],
  ]);
  const now = await history.whoWrote(people.lise, responseId, first);
  expect(now).toMatchObject({
    isReady: true,
    hands: view.hands[at],
    writers: [{ name: "Elsa Ældre", center: "Ældre" }, {}],
  });
  expect(await history.whoWrote(people.lise, responseId, "no-such-block")).toMatchObject({ hands: [] });
});

test("[V3] sittings say who wrote, when, and how many words came and went; versions stand among the moments", async () => {
  const { people } = world;
  const { responseId } = await written();
  const page = await pageOf(people.tove, responseId);
  const named = (id: string | null) => page.writers.find((one) => one.id === id)?.name ?? null;
  expect(page.sittings.map(({ by, added, removed }) => [named(by), added, removed])).toEqual([
    ["Elsa Ældre", 3, 4],
    ["Sune Social", 10, 0],
    [null, expect.any(Number), 0],
  ]);
  expect(page.moments.map(({ seq }) => seq)).toEqual([...new Set(page.moments.map(({ seq }) => seq))]);
  await history.nameVersion(people.tove, responseId, { name: "Før  mødet" });
  const after = await pageOf(people.tove, responseId);
  expect(after.versions).toMatchObject([{ kind: "named", name: "Før mødet", seq: page.headSeq, by: people.tove.id }]);
  expect(after.moments.map(({ seq }) => seq)).toContain(page.headSeq);
});

test("[V2] the text at a moment is what it was then, whatever was written since", async () => {
  const { people } = world;
  const { responseId, second, then } = await written();
  const view = await viewOf("text", people.lise, responseId, { at: String(then) });
  expect(view.moment.seq).toBe(then);
  expect(view.document.blocks.some(({ id }) => id === second)).toBe(true);
  // What is no place of this log is the newest.
  const head = (await pageOf(people.lise, responseId)).headSeq;
  for (const at of ["0", "99999", "-1", "1; drop", "NaN"])
    expect((await viewOf("text", people.lise, responseId, { at })).moment.seq).toBe(head);
});

test("[V5] two moments are compared paragraph by paragraph: changed, added, removed, and how many stayed", async () => {
  const { people } = world;
  const { responseId, first, second, then } = await written();
  const view = await viewOf("compared", people.lise, responseId, { against: String(then) });
  expect(view.counts).toEqual({ added: 0, changed: 1, removed: 1, moved: 0 });
  expect(view.passages.filter(({ kind }) => kind !== "unchanged")).toMatchObject([
    { id: first, kind: "changed", before: { text: "Kommunen støtter aftalen." }, isForm: false },
    { id: second, kind: "removed", before: { text: "Vi savner en tidsplan." }, after: null },
  ]);
});

describe("restoring", () => {
  test("[V6] the whole text reads as it did, with its ids, and restoring what was before undoes it", async () => {
    const { people } = world;
    const { responseId, documentId, then } = await written();
    const before = await textNow(world, documentId);
    const wanted = await viewOf("restoring", people.sune, responseId, { at: String(then), restore: "alt" });
    const head = (await pageOf(people.sune, responseId)).headSeq;
    amended.length = 0;
    expect(await history.restore(people.sune, responseId, { moment: String(then) })).toEqual(wanted.counts);
    expect(amended).toMatchObject([{ documentId, epoch: 1, headSeq: head + 1 }]);
    const at = await viewOf("text", people.sune, responseId, { at: String(then) });
    expect((await textNow(world, documentId)).blocks).toEqual(at.document.blocks);
    await history.restore(people.sune, responseId, { moment: String(head) });
    expect(await textNow(world, documentId)).toEqual(before);
    // All of it is in the history.
    expect((await pageOf(people.sune, responseId)).headSeq).toBe(head + 2);
  });

  test("[V6] one paragraph comes back where it stood, and its words keep their author", async () => {
    const { people } = world;
    const { responseId, documentId, first, second, then } = await written();
    await history.restore(people.tove, responseId, { moment: String(then), item: second });
    const { blocks } = await textNow(world, documentId);
    const ids = blocks.map(({ id }) => id);
    expect(ids.indexOf(second)).toBe(ids.indexOf(first) + 1);
    expect(blocks.find(({ id }) => id === first)).toMatchObject({
      content: [{ text: "Kommunen støtter aftalen om tidlig varsling." }],
    });
    const found = await history.whoWrote(people.lise, responseId, second);
    expect(found).toMatchObject({ isReady: true, hands: [{ length: 22, by: people.sune.id }] });
  });

  test("[V6] links come back where they can still be made", async () => {
    const { people, centers, called } = world;
    const { responseId, documentId } = await textWritten(world);
    const link = { kind: "clause" as const, id: called("Varsling"), center: centers.social };
    const gone = { ...link, id: "99999999-9999-4999-8999-999999999999" };
    const id = await writes(world, people.sune, documentId, "Et afsnit", [link, gone]);
    const then = (await pageOf(people.sune, responseId)).headSeq;
    await changes(world, people.elsa, documentId, (doc) => {
      for (const one of [link, gone]) linkMap(doc).delete(linkKey(id, one));
    });
    await history.restore(people.sune, responseId, { moment: String(then), item: id });
    expect((await textNow(world, documentId)).links[id]).toEqual([link]);
  });

  test("[V7] pressed twice it is one change and one entry, and nothing of the text is in the trail", async () => {
    const { people } = world;
    const { responseId, documentId, then } = await written();
    const press = () => history.restore(people.sune, responseId, { moment: String(then) });
    await Promise.all([press(), press()]);
    expect((await eventsOf(world, responseId)).filter((event) => event === "text-restored")).toHaveLength(1);
    const rows = await world.db
      .select({ userId: documentUpdate.userId })
      .from(documentUpdate)
      .where(and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.origin, "amendment")));
    expect(rows).toEqual([{ userId: people.sune.id }]);
  });

  test("[V7] what is typed elsewhere at the same moment is kept", async () => {
    const { people } = world;
    const { responseId, documentId, first, second, then } = await written();
    const [, typed] = await Promise.all([
      history.restore(people.sune, responseId, { moment: String(then), item: second }),
      writes(world, people.elsa, documentId, "Skrevet imens"),
      changes(world, people.elsa, documentId, (doc) => blockOf(doc, first).text.insert(0, "Ja: ")),
    ]);
    const blocks = (await textNow(world, documentId)).blocks;
    const text = (id: string) =>
      blocks.flatMap((one) => (one.id === id && one.type === "block" ? [textOf(one)] : []))[0];
    expect([text(typed), text(first), text(second)]).toEqual([
      "Skrevet imens",
      "Ja: Kommunen støtter aftalen om tidlig varsling.",
      "Vi savner en tidsplan.",
    ]);
  });
});

describe("who may", () => {
  const READ = ["tove", "sune", "elsa", "unni", "ras", "lars", "lone", "dorte", "jens", "lise"] as const;
  const WRITE = ["tove", "sune", "elsa"] as const;
  const KEEP = ["rita", "adam"] as const;

  test("[V7] whoever reads the text sees its history; auditors, administrators and other municipalities find nothing", async () => {
    const { people } = world;
    const { responseId } = await textWritten(world);
    for (const name of READ) {
      const page = await pageOf(people[name], responseId);
      expect([name, page.can.write]).toEqual([name, (WRITE as readonly string[]).includes(name)]);
    }
    const strangers = [...KEEP.map((name) => people[name]), (await neighbour(world)).people.tove];
    for (const viewer of strangers) {
      for (const ask of [
        () => history.page(viewer, responseId, NOW),
        () => history.whoWrote(viewer, responseId, "seed-0"),
        () => history.nameVersion(viewer, responseId, { name: "Navn" }),
        () => history.restore(viewer, responseId, { moment: "1" }),
      ])
        await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("[V7] only who may write names versions and restores, and only while the text is written", async () => {
    const { people } = world;
    const { responseId } = await textWritten(world);
    for (const name of READ.filter((one) => !(WRITE as readonly string[]).includes(one))) {
      const refused = { code: "text-not-yours-to-write" };
      await expect(history.nameVersion(people[name], responseId, { name: "Navn" })).rejects.toMatchObject(refused);
      await expect(history.restore(people[name], responseId, { moment: "1" })).rejects.toMatchObject(refused);
    }
    for (const name of WRITE) await history.nameVersion(people[name], responseId, { name: `Navn ${name}` });
    const sent = await textSent(world);
    for (const name of WRITE) {
      const refused = { code: "text-not-yours-to-write" };
      await expect(history.nameVersion(people[name], sent.responseId, { name: "Navn" })).rejects.toMatchObject(refused);
      await expect(history.restore(people[name], sent.responseId, { moment: "1" })).rejects.toMatchObject(refused);
      expect((await pageOf(people[name], sent.responseId)).can.write).toBe(false);
    }
    expect((await pageOf(people.lise, sent.responseId)).versions).toMatchObject([{ kind: "frozen", state: "waiting" }]);
  });

  test("[V4] a name is one to a hundred characters, one version's alone, and saved once however often it is pressed", async () => {
    const { people } = world;
    const { responseId, documentId } = await textWritten(world);
    const name = (said: unknown) => history.nameVersion(people.sune, responseId, { name: said });
    const refused = (code: string) => ({ fields: { name: code } });
    await expect(name("  ")).rejects.toMatchObject(refused("missing"));
    await expect(name("x".repeat(101))).rejects.toMatchObject(refused("too-long"));
    await Promise.all([name("Efter mødet"), name("Efter mødet")]);
    await writes(world, people.sune, documentId, "Mere");
    await expect(name("efter mødet")).rejects.toMatchObject(refused("name-taken"));
    const { versions } = await pageOf(people.lise, responseId);
    expect(versions).toMatchObject([{ kind: "named", name: "Efter mødet" }]);
    expect((await eventsOf(world, responseId)).filter((event) => event === "version-named")).toHaveLength(1);
  });

  test("[V8] nobody can delete history: the database refuses it", async () => {
    const { people, db } = world;
    const { responseId, documentId } = await textWritten(world);
    await history.nameVersion(people.sune, responseId, { name: "Bliver" });
    const ofText = eq(documentUpdate.documentId, documentId);
    for (const deed of [
      () => db.delete(documentUpdate).where(ofText),
      () => db.update(documentUpdate).set({ userId: null }).where(ofText),
      () => db.delete(documentVersion).where(eq(documentVersion.documentId, documentId)),
      () => db.update(documentVersion).set({ label: "Andet" }).where(eq(documentVersion.documentId, documentId)),
    ])
      await expect(deed()).rejects.toMatchObject({ cause: { message: expect.stringContaining("append only") } });
  });
});

test("[V2] a log is read in a thread of its own, which goes on from what it has read", async () => {
  const { responseId, documentId } = await textWritten(world);
  const aside = createHistory({ ...world, read: readAside(world.url), patienceMs: 60_000 });
  const before = await aside.page(world.people.lise, responseId, NOW);
  await writes(world, world.people.sune, documentId, "Endnu et afsnit");
  const after = await aside.page(world.people.lise, responseId, NOW);
  expect(before).toMatchObject({ isReady: true, view: { moment: { seq: before.total } } });
  expect(after).toEqual(await history.page(world.people.lise, responseId, NOW));
  const hurried = createHistory({ ...world, read: readAside(world.url), patienceMs: 0 });
  expect(await hurried.page(world.people.lise, responseId, NOW)).toMatchObject({ isReady: false, total: after.total });
});
