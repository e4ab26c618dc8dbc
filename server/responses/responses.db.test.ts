import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import {
  type HearingWorld,
  hearingForm,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  writes,
} from "../../tests/world/hearing";
import { replay } from "../document-store";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

test("[H7] two who begin the text at once begin one text, and it is seeded once", async () => {
  const { consultations, responses, documents, people, sql } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const begun = await Promise.all(Array.from({ length: 5 }, () => responses.start(people.tove, id)));
  expect(new Set(begun).size).toBe(1);
  expect(await responses.start(people.tove, id)).toBe(begun[0]);
  const { documentId } = await responses.page(people.tove, begun[0]!);
  const seeds = await sql`select origin from document_update where document_id = ${documentId}`;
  expect(seeds.map((row) => row["origin"])).toEqual(["seed"]);
  const { blocks } = readDocument(replay((await documents.load(documentId))!.updates));
  expect(blocks.map((block) => (block.type === "block" ? textOf(block) : ""))).toEqual([
    "Generelle bemærkninger",
    "",
    "På vegne af Prøve Kommune",
  ]);
  const started = await sql`select 1 from audit_entry where event = 'response-started' and object_id = ${begun[0]!}`;
  expect(started).toHaveLength(1);
});

test("[U1] texts of different hearings are begun at once without waiting for each other in a circle", async () => {
  const { consultations, responses, audit, people } = world;
  const ids = [];
  for (let index = 0; index < 8; index += 1) ids.push(await consultations.open(people.tove, hearingForm(world)));
  const begun = await Promise.all(ids.map((id) => responses.start(people.tove, id)));
  expect(new Set(begun).size).toBe(8);
  expect(await audit.verify(world.id)).toMatchObject({ brokenAt: null });
});

test("[H6] the text of a hearing has a heading for each section that is given out", async () => {
  const { documents } = world;
  const { documentId } = await hearingUnderWay(world);
  const { blocks } = readDocument(replay((await documents.load(documentId))!.updates));
  const headings = blocks.flatMap((block) =>
    block.type === "block" && block.kind === "heading" ? [textOf(block)] : [],
  );
  expect(headings).toEqual(["Generelle bemærkninger", "Vedr. Indlæggelse", "Vedr. Udskrivning"]);
});

test("[D3] only a coordinator begins the text; to a keeper of the house the hearing is not there", async () => {
  const { consultations, responses, people } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  for (const one of [people.sune, people.lars, people.jens, people.lise]) {
    await expect(responses.start(one, id)).rejects.toMatchObject({ kind: "forbidden", code: "coordinators-only" });
  }
  await expect(responses.start(people.rita, id)).rejects.toMatchObject({ kind: "not-found" });
});

test("the page holds what the editor needs, for each according to role", async () => {
  const { responses, people, centers, called, versionId } = world;
  const { id, responseId, documentId } = await hearingUnderWay(world);
  const page = await responses.page(people.sune, responseId);
  expect(page).toMatchObject({
    id: responseId,
    documentId,
    title: "Høring om samarbejdsaftalen",
    status: "writing",
    access: "write",
    consultation: {
      id,
      versionId,
      sourceTitle: "Samarbejdsaftale",
      sourceLabel: "Udkast",
      deadline: { day: "2026-03-20", time: "12:00", daysLeft: 18 },
    },
    linkAs: [centers.social],
    returned: null,
    can: { write: true, sendForApproval: false, approve: false, reopen: false, file: false, export: false },
  });
  expect(page.clauses.map((clause) => clause.heading)).toEqual([
    "Indlæggelse",
    "Besked",
    "Kontakt",
    "Udskrivning",
    "Varsling",
    "Plan",
  ]);
  expect(page.mine).toEqual(expect.arrayContaining([called("Besked"), called("Kontakt")]));
  expect(page.mine).toHaveLength(2);
  expect(page.centers.map((one) => one.id)).toEqual([centers.social, centers.elderly]);

  const leading = await responses.page(people.tove, responseId);
  expect(leading.mine).toHaveLength(4);
  expect([...leading.linkAs].sort()).toEqual([centers.social, centers.elderly].sort());
  expect(leading.can).toMatchObject({ write: true, sendForApproval: true });

  const reading = await responses.page(people.lise, responseId);
  expect(reading).toMatchObject({ access: "read", mine: [], linkAs: [], can: { write: false } });
});

test("the first of the text is there to be read before the live text is, as far as it has been projected", async () => {
  const { responses, projections, people } = world;
  const { responseId, documentId } = await hearingUnderWay(world);
  expect(await responses.opening(people.lise, responseId)).toEqual([]);
  await projections.refreshNow(documentId);
  const lines = await responses.opening(people.lise, responseId);
  expect(lines.map(({ kind, text }) => `${kind}: ${text}`).slice(0, 3)).toEqual([
    "heading: Generelle bemærkninger",
    "paragraph: ",
    "heading: Vedr. Indlæggelse",
  ]);
});

test("a center that no longer takes part is still named where its links stand", async () => {
  const { consultations, responses, people, centers, called } = world;
  const { id, responseId, documentId } = await hearingUnderWay(world);
  const link = { kind: "clause", id: called("Plan"), center: centers.elderly } as const;
  await writes(world, people.elsa, documentId, "Planen er god.", [link]);
  const given = { clauseId: [called("Udskrivning")], centerId: centers.elderly };
  await consultations.unassign(people.tove, id, given);
  const page = await responses.page(people.tove, responseId);
  expect(page.centers.map((one) => one.id)).toEqual([centers.social, centers.elderly]);
  expect(page.linkAs).toEqual([centers.social]);
});

test("[D11] the sync door's answer, role by role, while writing and while frozen", async () => {
  const { responses, reviews, people, documents, db } = world;
  const { responseId, documentId } = await hearingUnderWay(world);
  await writes(world, people.sune, documentId, "Vi støtter forslaget.");
  const answers = async () =>
    Object.fromEntries(
      await Promise.all(
        (["tove", "sune", "elsa", "unni", "ras", "lars", "dorte", "jens", "lise", "rita", "adam"] as const).map(
          async (key) => [key, await responses.accessOf(people[key], documentId)],
        ),
      ),
    );
  const readers = { unni: "read", ras: "read", lars: "read", dorte: "read", jens: "read", lise: "read" };
  const keepers = { rita: null, adam: null };
  expect(await answers()).toEqual({ tove: "write", sune: "write", elsa: "write", ...readers, ...keepers });
  await reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  expect(await answers()).toEqual({ tove: "read", sune: "read", elsa: "read", ...readers, ...keepers });
  await reviews.reopen(people.tove, responseId, { reason: "En rettelse" });
  expect(await responses.accessOf(people.sune, documentId)).toBe("write");
  await db.transaction((tx) => documents.freeze(tx, documentId, { label: "x", by: people.tove.id }));
  expect(await responses.accessOf(people.sune, documentId)).toBe("read");
});

test("[D2] [D10] a text of another municipality, and any text for a keeper of the house, is not there", async () => {
  const { responses, people } = world;
  const there = await neighbour(world);
  const { responseId } = await hearingUnderWay(world);
  const gone = { kind: "not-found", code: "not-found" };
  await expect(responses.page(people.tove, there.responseId)).rejects.toMatchObject(gone);
  await expect(responses.start(people.tove, there.id)).rejects.toMatchObject(gone);
  await expect(responses.opening(people.tove, there.responseId)).rejects.toMatchObject(gone);
  await expect(responses.opening(people.rita, responseId)).rejects.toMatchObject(gone);
  await expect(responses.page(people.tove, "no-id")).rejects.toMatchObject(gone);
  await expect(responses.page(people.rita, responseId)).rejects.toMatchObject(gone);
  await expect(responses.page(people.adam, responseId)).rejects.toMatchObject(gone);
  expect(await responses.accessOf(people.tove, there.documentId)).toBeNull();
  expect(await responses.accessOf(people.tove, "no-id")).toBeNull();
  expect(await responses.accessOf(there.people.tove, there.documentId)).toBe("write");
});
