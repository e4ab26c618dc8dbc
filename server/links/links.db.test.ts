import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CenterId, newId } from "../../db/ids";
import { assignment } from "../../db/schema";
import {
  type HearingWorld,
  hearingForm,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  writes,
} from "../../tests/world/hearing";
import { acceptedSource, type Sketch } from "../../tests/world/source";
import type { CoveragePage } from "./shapes";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

/** The cells in words: "Besked Social: answered". */
function told({ cells, clauses, centers }: CoveragePage): string[] {
  const clauseName = new Map(clauses.map((one) => [one.id, one.heading]));
  const centerName = new Map(centers.map((one) => [one.id, one.shortName]));
  return cells.map((cell) => `${clauseName.get(cell.clauseId)} ${centerName.get(cell.centerId)}: ${cell.state}`);
}

test("[C1] [C2] coverage fills as people write and answer, and its counts follow", async () => {
  const { links, people, centers, called } = world;
  const { id, documentId } = await hearingUnderWay(world);
  const fresh = await links.coverage(people.lise, id);
  expect(fresh).toMatchObject({ holes: 4, counts: { "not-looked-at": 4, answered: 0 } });
  expect(fresh.centers.map((one) => one.shortName)).toEqual(["Social", "Ældre"]);

  const to = (heading: string, center = centers.social) => ({ kind: "clause" as const, id: called(heading), center });
  const block = await writes(world, people.sune, documentId, "Besked kommer for sent.", [to("Besked"), to("Plan")]);
  await writes(world, people.sune, documentId, "", [to("Kontakt")]);
  await links.answer(people.elsa, id, {
    clauseId: called("Varsling"),
    centerId: centers.elderly,
    answer: "no-remarks",
  });
  const whole = { kind: "source" as const, id: world.versionId, center: centers.elderly };
  const general = await writes(world, people.elsa, documentId, "Aftalen er god.", [whole]);
  // What names another source's clause, another source, or another municipality's center is in no cell.
  const away = (kind: "clause" | "source", center: string) => ({ kind, id: newId(), center });
  const besides = [away("clause", centers.elderly), away("source", centers.elderly), to("Besked", newId<CenterId>())];
  await writes(world, people.elsa, documentId, "Et andet sted.", besides);

  const page = await links.coverage(people.lise, id);
  expect(told(page)).toEqual([
    "Besked Social: answered",
    "Kontakt Social: in-work",
    "Varsling Ældre: no-remarks",
    "Plan Social: answered",
    "Plan Ældre: not-looked-at",
  ]);
  expect(page.holes).toBe(1);
  expect(page.counts).toEqual({
    answered: 1,
    "in-work": 1,
    "no-remarks": 1,
    "not-looked-at": 1,
    "look-again": 0,
    "not-relevant": 0,
  });
  expect(page.cells[0]).toMatchObject({
    blockIds: [block],
    isAssigned: true,
    isLate: false,
    deadline: { daysLeft: 10 },
  });
  expect(page.cells[3]).toMatchObject({ blockIds: [block], isAssigned: false, deadline: null });
  expect(page.wholeSource).toEqual([{ centerId: centers.elderly, blockIds: [general] }]);
});

test("[C3] the day after the internal deadline, what is not done is late", async () => {
  const { links, people, centers, called } = world;
  const { id } = await hearingUnderWay(world);
  const place = { clauseId: called("Besked"), centerId: centers.social };
  await links.answer(people.sune, id, { ...place, answer: "not-relevant" });
  world.clock.at = new Date("2026-03-12T22:59:00Z");
  expect((await links.coverage(people.sune, id)).cells.filter((cell) => cell.isLate)).toEqual([]);
  world.clock.at = new Date("2026-03-12T23:01:00Z");
  const late = (await links.coverage(people.sune, id)).cells.filter((cell) => cell.isLate);
  expect(late.map((cell) => cell.clauseId)).toEqual([called("Kontakt"), called("Varsling"), called("Plan")]);
});

test("[C5] an answer can be changed and taken back; saying the same twice is one entry", async () => {
  const { links, people, centers, called, sql } = world;
  const { id } = await hearingUnderWay(world);
  const place = { clauseId: called("Besked"), centerId: centers.social };
  const say = (answer: string) => links.answer(people.sune, id, { ...place, answer });
  const state = async () => (await links.coverage(people.sune, id)).cells[0]?.state;
  await say("in-work");
  await say("in-work");
  await say("no-remarks");
  expect(await state()).toBe("no-remarks");
  await say("");
  await say("");
  expect(await state()).toBe("not-looked-at");
  const rows = await sql`select event from audit_entry where object_id = ${id} and event like '%answer%' order by seq`;
  expect(rows.map((row) => row["event"])).toEqual(["clause-answered", "clause-answered", "answer-withdrawn"]);
});

test("[C5] one answers for one's own center; the coordinator for any that takes part; nobody else", async () => {
  const { links, people, centers, called } = world;
  const { id } = await hearingUnderWay(world);
  const form = { clauseId: called("Besked"), centerId: centers.social, answer: "no-remarks" };
  for (const one of [people.elsa, people.unni, people.lars, people.lise, people.jens]) {
    await expect(links.answer(one, id, form)).rejects.toMatchObject({ kind: "forbidden", code: "not-your-center" });
  }
  const away = { ...form, centerId: centers.youth };
  await expect(links.answer(people.tove, id, away)).rejects.toMatchObject({ code: "not-your-center" });
  await expect(links.answer(people.unni, id, away)).rejects.toMatchObject({ code: "not-your-center" });
  await links.answer(people.tove, id, form);
  const mine = async (one: typeof people.tove) =>
    (await links.coverage(one, id)).cells.filter((cell) => cell.mayAnswer).length;
  expect([await mine(people.tove), await mine(people.sune), await mine(people.lise)]).toEqual([4, 2, 0]);
  await expect(links.answer(people.sune, id, { ...form, answer: "maybe" })).rejects.toMatchObject({
    fields: { answer: "not-a-choice" },
  });
});

test("[C5] once the text is sent for approval, no answer is given any more", async () => {
  const { links, reviews, people, centers, called } = world;
  const { id, responseId, documentId } = await hearingUnderWay(world);
  await writes(world, people.sune, documentId, "Vi støtter forslaget.");
  await reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  const form = { clauseId: called("Besked"), centerId: centers.social, answer: "no-remarks" };
  await expect(links.answer(people.sune, id, form)).rejects.toMatchObject({ kind: "conflict", code: "approved" });
  expect((await links.coverage(people.tove, id)).cells.some((cell) => cell.mayAnswer)).toBe(false);
});

test("[D2] [D10] coverage and answers of another municipality are not there; keepers of the house see none", async () => {
  const { links, people, centers, called } = world;
  const there = await neighbour(world);
  const { id } = await hearingUnderWay(world);
  const form = { clauseId: called("Besked"), centerId: centers.social, answer: "no-remarks" };
  const gone = { kind: "not-found", code: "not-found" };
  await expect(links.coverage(people.tove, there.id)).rejects.toMatchObject(gone);
  const theirs = { ...form, clauseId: there.called("Besked"), centerId: there.centers.social };
  await expect(links.answer(people.tove, there.id, form)).rejects.toMatchObject(gone);
  await expect(links.answer(people.tove, there.id, theirs)).rejects.toMatchObject(gone);
  await expect(links.answer(people.tove, id, { ...form, clauseId: crypto.randomUUID() })).rejects.toMatchObject(gone);
  await expect(links.answer(people.tove, id, { ...form, clauseId: "x" })).rejects.toMatchObject(gone);
  const foreign = { ...form, centerId: there.centers.social };
  await expect(links.answer(people.tove, id, foreign)).rejects.toMatchObject({ code: "not-your-center" });
  await expect(links.coverage(people.rita, id)).rejects.toMatchObject({ code: "not-for-your-role" });
});

test("[C1] a link to a clause of another source, or on behalf of another municipality, makes no cell", async () => {
  const { links, people, centers } = world;
  const there = await neighbour(world);
  const other = await acceptedSource(world.db, world);
  const { id, documentId } = await hearingUnderWay(world);
  await writes(world, people.sune, documentId, "Et forkert sted.", [
    { kind: "clause", id: other.called("Besked"), center: centers.social },
    { kind: "clause", id: world.called("Besked"), center: there.centers.social },
  ]);
  const page = await links.coverage(people.sune, id);
  expect(page.cells).toHaveLength(4);
  expect(page.counts["not-looked-at"]).toBe(4);
});

test("[C1] 400 clauses × 12 centers, all given out, are shown at once", async () => {
  const sketches: Sketch[] = Array.from({ length: 400 }, (_, index) => ["clause", `Punkt ${index}`, "Tekst."]);
  const { versionId } = await acceptedSource(world.db, world, sketches);
  const { consultations, links, people, sql, db, id: municipalityId } = world;
  const id = await consultations.open(people.tove, hearingForm(world, { versionId }));
  await sql`insert into center (id, municipality_id, name, short_name, kind)
    select gen_random_uuid(), ${municipalityId}, 'Center ' || n, 'C' || n, 'center' from generate_series(1, 8) as n`;
  const places = await sql`select clause.id as "clauseId", center.id as "centerId" from clause, center
    where version_id = ${versionId} and municipality_id = ${municipalityId}`;
  expect(places).toHaveLength(4800);
  const form = {
    clauseId: [...new Set(places.map((place) => place["clauseId"]))],
    centerId: [...new Set(places.map((place) => place["centerId"]))],
    deadline: "2026-03-10",
  };
  await consultations.assign(people.tove, id, form);
  expect(await db.$count(assignment)).toBeGreaterThanOrEqual(4800);
  const page = await links.coverage(people.tove, id);
  expect(page.cells).toHaveLength(4800);
});
