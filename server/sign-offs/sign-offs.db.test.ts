import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocument } from "../../app/document-model/read";
import { eventsOf, type HearingWorld, hearingWorld, neighbour, writes } from "../../tests/world/hearing";
import { adds, changes, deletes, removes, signOffsOf, twoParts } from "../../tests/world/sign-offs";
import type { Viewer } from "../identity/viewer";
import { standingsIn } from "./index";
import type { SignOffs } from "./shapes";

let world: HearingWorld;
let signOffs: SignOffs;
beforeAll(async () => {
  world = await hearingWorld();
  signOffs = signOffsOf(world);
});
afterAll(() => world.close());

type Text = Awaited<ReturnType<typeof twoParts>>;

const page = (viewer: Viewer, { responseId }: Text, center = world.centers.social) =>
  signOffs.page(viewer, responseId, center);

/** What the page's own form would send. */
async function form(viewer: Viewer, text: Text, center = world.centers.social) {
  const { sha256, standing } = await page(viewer, text, center);
  return { sha256, after: standing.decision?.id ?? "" };
}

async function signs(viewer: Viewer, text: Text, center = world.centers.social) {
  await signOffs.sign(viewer, text.responseId, center, await form(viewer, text, center));
}

async function states({ responseId }: Text): Promise<Record<string, string>> {
  const { standings } = await signOffs.parts(world.people.tove, responseId);
  return Object.fromEntries(standings.map(({ center, state }) => [center.shortName, state]));
}

test("[A23] a sign-off stands when others write in their part, lapses when its own is written in, and stands again", async () => {
  const { people } = world;
  const text = await twoParts(world);
  expect(await states(text)).toEqual({ Social: "none", Ældre: "none" });
  await signs(people.lars, text);
  await changes(world, people.elsa, text.documentId, adds(text.theirs, " I god tid."));
  expect(await states(text)).toEqual({ Social: "signed", Ældre: "none" });
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  expect(await states(text)).toEqual({ Social: "lapsed", Ældre: "none" });
  await changes(world, people.sune, text.documentId, removes(text.ours, " Altid.".length));
  expect(await states(text)).toEqual({ Social: "signed", Ældre: "none" });
  expect(await eventsOf(world, text.responseId)).toEqual(["response-started", "part-signed-off"]);
});

test("[A22] the page names the paragraph, the difference and who made it; what is signed again is the new text", async () => {
  const { people, clock } = world;
  const text = await twoParts(world);
  await signs(people.lars, text);
  const at = clock.now();
  await changes(world, people.elsa, text.documentId, adds(text.ours, " Altid."));
  const { lapse, news, can } = await page(people.lars, text);
  const change = {
    kind: "changed",
    id: text.ours,
    before: "Vi giver besked.",
    after: "Vi giver besked. Altid.",
    aspects: ["words"],
  };
  expect(lapse).toEqual({ since: at, edits: [{ change, by: [{ by: "Elsa Ældre", at }] }], beside: [], causes: [] });
  expect(news).toEqual({ since: at, isFirst: false, changes: [change], beside: [] });
  expect(can).toEqual({ sign: true, giveBack: true, giveSections: false });
  await signs(people.lars, text);
  expect(await page(people.lars, text)).toMatchObject({
    lapse: null,
    standing: { state: "signed" },
    can: { sign: false },
  });
});

test("[A22] who took a paragraph away is named, and who linked one, or took a link off", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  const more = await writes(world, people.sune, text.documentId, "Og mere.", [text.about("Kontakt", centers.social)]);
  await signs(people.lars, text);
  await changes(world, people.elsa, text.documentId, deletes(more));
  const late = await writes(world, people.tove, text.documentId, "Sent.", [text.about("Kontakt", centers.social)]);
  const { lapse } = await page(people.lars, text);
  expect(lapse?.edits.map(({ change, by }) => [change.kind, change.id, by.map((edit) => edit.by)])).toEqual([
    ["removed", more, ["Elsa Ældre"]],
    ["added", late, ["Tove Tovholder"]],
  ]);
});

test("[A22] who comes back and says again what others took away has taken nothing away", async () => {
  const { people } = world;
  const text = await twoParts(world);
  await changes(world, people.elsa, text.documentId, removes(text.ours, 3));
  await signs(people.lars, text);
  await changes(world, people.elsa, text.documentId, removes(text.ours, 2));
  // This one sends all deletions that there are.
  await writes(world, people.tove, text.documentId, "Helt andet.");
  const { lapse } = await page(people.lars, text);
  expect(lapse?.edits.map(({ by }) => by.map((edit) => edit.by))).toEqual([["Elsa Ældre"]]);
});

test("[A20] [A22] a section that is given is the center's; giving it made its sign-off lapse, and that is said", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  await signs(people.lars, text);
  world.clock.at = new Date(world.clock.at.getTime() + 60_000);
  const { sections } = await signOffs.parts(people.tove, text.responseId);
  const give = (viewer: Viewer, blockId: string, centerId: string) =>
    signOffs.giveSection(viewer, text.responseId, { blockId, centerId });
  const first = sections[0]!;
  await give(people.tove, first.blockId, centers.social);
  await give(people.tove, first.blockId, centers.social);
  const { lapse } = await page(people.lars, text);
  expect(lapse?.edits[0]).toMatchObject({ change: { kind: "added", id: first.blockId }, by: [] });
  expect(lapse?.causes).toMatchObject([{ event: "section-given", by: "Tove Tovholder" }]);
  expect((await signOffs.parts(people.tove, text.responseId)).sections[0]?.center?.id).toBe(centers.social);
  await give(people.tove, first.blockId, "");
  expect(await states(text)).toMatchObject({ Social: "signed" });
  expect(await eventsOf(world, text.responseId)).toEqual([
    "response-started",
    "part-signed-off",
    "section-given",
    "section-taken-back",
  ]);
  await expect(give(people.sune, first.blockId, centers.social)).rejects.toMatchObject({ code: "coordinators-only" });
  await expect(give(people.tove, first.blockId, centers.youth)).rejects.toMatchObject({
    fields: { centerId: "center-takes-no-part" },
  });
  await expect(give(people.tove, text.ours, centers.social)).rejects.toMatchObject({ code: "heading-gone" });
  await expect(give(people.tove, first.blockId, "nobody")).rejects.toMatchObject({ code: "not-found" });
});

test("[A25] what was not read is not signed: another hash, a text changed since, a decision made since", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  const read = await form(people.lars, text);
  const sign = (given: unknown) => signOffs.sign(people.lars, text.responseId, centers.social, given);
  const stale = { kind: "conflict", code: "text-changed-since-you-read-it" };
  await expect(sign({ ...read, sha256: "0".repeat(64) })).rejects.toMatchObject(stale);
  await expect(sign({})).rejects.toMatchObject({ fields: { sha256: "missing" } });
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  await expect(sign(read)).rejects.toMatchObject(stale);
  expect(await states(text)).toMatchObject({ Social: "none" });
  const again = await form(people.lars, text);
  // A double click, and another tab: one decision.
  await Promise.all([sign(again), sign(again)]);
  await sign(again);
  // Withdrawn; then the back button, and the form that stood there is sent once more.
  const { after } = await form(people.lars, text);
  const back = { reason: "Tallet mangler", after };
  await signOffs.giveBack(people.lars, text.responseId, centers.social, back);
  await signOffs.giveBack(people.lars, text.responseId, centers.social, back);
  await expect(sign(again)).rejects.toMatchObject({ kind: "conflict", code: "decided-since-you-read-it" });
  expect(await states(text)).toMatchObject({ Social: "returned" });
  expect(await eventsOf(world, text.responseId)).toEqual(["response-started", "part-signed-off", "part-returned"]);
});

test("[A25] an edit and a sign-off at once are put in one order: signed and lapsed, or refused; never signed unread", async () => {
  const { people, centers } = world;
  for (let round = 0; round < 8; round++) {
    const text = await twoParts(world);
    const read = await form(people.lars, text);
    const [signed] = await Promise.allSettled([
      signOffs.sign(people.lars, text.responseId, centers.social, read),
      changes(world, people.sune, text.documentId, adds(text.ours, " Altid.")),
    ]);
    const state = (await states(text))["Social"];
    expect([signed.status, state]).toEqual(
      signed.status === "fulfilled" ? ["fulfilled", "lapsed"] : ["rejected", "none"],
    );
  }
});

test("[A24] what one may say of whose part, and when", async () => {
  const { people, centers, reviews } = world;
  const text = await twoParts(world);
  const social = await form(people.lars, text);
  const all = Object.entries(people) as [string, Viewer][];
  const refusals = async () => {
    const codes: Record<string, string> = {};
    for (const [name, viewer] of all)
      await signOffs.giveBack(viewer, text.responseId, centers.social, { ...social, reason: "" }).catch((error) => {
        codes[name] = error.code;
      });
    return codes;
  };
  // Everybody sends a form without a reason: what is refused for it is refused for nothing else.
  expect(new Set(Object.values(await refusals()))).toEqual(new Set(["form"]));
  const said = async (viewer: Viewer, centerId: string) =>
    signOffs.sign(viewer, text.responseId, centerId, social).then(
      () => "signed",
      (error) => error.code as string,
    );
  const whoMay = Object.fromEntries(
    await Promise.all(all.map(async ([name, one]) => [name, await said(one, centers.social)] as const)),
  );
  const no = "not-your-part";
  expect(whoMay).toEqual({
    ...{ tove: no, sune: no, elsa: no, unni: no, ras: no, lars: "signed", lone: no, ulla: no, dorte: "signed" },
    ...{ jens: no, lise: no, rita: "not-found", adam: "not-found" },
  });
  expect(await said(people.lars, centers.elderly)).toBe(no);
  expect(await said(people.ulla, centers.youth)).toBe("not-found");
  expect(await said(people.lars, "x")).toBe("not-found");
  await reviews.send(people.tove, text.responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  expect(await said(people.lars, centers.social)).toBe("part-not-open");
  await expect(
    signOffs.giveSection(people.tove, text.responseId, { blockId: "x", centerId: "" }),
  ).rejects.toMatchObject({ code: "part-not-open" });
  expect(await states(text)).toMatchObject({ Social: "signed" });
});

test("[A24] that nothing is left of what was signed off is confirmed: it lapses, and is signed again", async () => {
  const { people } = world;
  const text = await twoParts(world);
  await signs(people.lars, text);
  await changes(world, people.elsa, text.documentId, deletes(text.ours));
  expect(await page(people.lars, text)).toMatchObject({
    standing: { state: "lapsed", hasText: false },
    lapse: { edits: [{ change: { kind: "removed", before: "Vi giver besked." }, by: [{ by: "Elsa Ældre" }] }] },
    can: { sign: true, giveBack: false },
  });
  await signs(people.lars, text);
  expect(await states(text)).toMatchObject({ Social: "signed" });
});

test("[A24] a part without words is not signed off", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  await changes(world, people.sune, text.documentId, deletes(text.ours));
  await expect(signs(people.lars, text)).rejects.toMatchObject({ kind: "invalid", code: "empty-part" });
  expect(await page(people.lars, text)).toMatchObject({ standing: { hasText: false }, can: { sign: false } });
  expect((await page(people.lars, text)).holes.map(({ clause }) => clause)).toHaveLength(2);
  void centers;
});

test("[A23] a frozen text is judged by its own words, whatever its clauses were called when it was frozen", async () => {
  const { people, db, documents, reviews } = world;
  const text = await twoParts(world);
  await signs(people.lars, text);
  await signs(people.lone, text, world.centers.elderly);
  await reviews.send(people.tove, text.responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const { frozen } = await reviews.page(people.dorte, text.responseId);
  const consultation = { id: text.id, municipalityId: world.id, versionId: world.versionId, kind: "hearing" } as const;
  const found = await standingsIn(db, { consultation, response: { id: text.responseId } }, frozen!);
  expect(found.map(({ state }) => state)).toEqual(["signed", "signed"]);
  const loaded = await documents.load(text.documentId);
  const live = await standingsIn(db, { consultation, response: { id: text.responseId } }, readDocument(loaded!.doc));
  expect(live.map(({ state }) => state)).toEqual(["signed", "signed"]);
});

test("[D2] [D10] another municipality's part is not there, nor is any for who does not read", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  const there = await neighbour(world);
  const missing = { code: "not-found" };
  for (const viewer of [there.people.lars, people.rita, people.adam]) {
    await expect(page(viewer, text)).rejects.toMatchObject(missing);
    await expect(signOffs.parts(viewer, text.responseId)).rejects.toMatchObject(missing);
    await expect(signOffs.see(viewer, text.responseId, centers.social, { sha256: "x" })).rejects.toMatchObject(missing);
    await expect(signOffs.giveSection(viewer, text.responseId, { blockId: "x", centerId: "" })).rejects.toMatchObject(
      missing,
    );
    await expect(signOffs.sign(viewer, text.responseId, centers.social, { sha256: "x" })).rejects.toMatchObject(
      missing,
    );
  }
  await expect(page(people.lars, text, there.centers.social)).rejects.toMatchObject(missing);
});
