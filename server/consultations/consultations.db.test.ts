import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId, type SuggestionId, type ThreadId } from "../../db/ids";
import { commentThread, suggestion } from "../../db/schema";
import {
  eventsOf,
  type HearingWorld,
  hearingForm,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  writes,
} from "../../tests/world/hearing";
import { acceptedSource } from "../../tests/world/source";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
  world.changed.length = 0;
});
afterAll(() => world.close());

const refusal = (kind: string, code: string, fields = {}) => ({ kind, code, fields });

test("[H1] ten hearings opened at once get ten numbers without a gap, and the trail's chain holds", async () => {
  const { consultations, people, audit } = world;
  const before = await consultations.list(people.tove);
  const ids = await Promise.all(Array.from({ length: 10 }, () => consultations.open(people.tove, hearingForm(world))));
  const keys = (await consultations.list(people.tove)).filter((one) => ids.includes(one.id)).map((one) => one.userKey);
  const first = before.length + 1;
  const expected = Array.from({ length: 10 }, (_, index) => `HS-2026-${String(first + index).padStart(4, "0")}`);
  expect(keys.sort()).toEqual(expected);
  expect(await audit.verify(world.id)).toMatchObject({ brokenAt: null });
});

test("[H1] an assessment has a number of its own row, and the year is the Danish one", async () => {
  world.clock.at = new Date("2026-12-31T23:30:00Z");
  const { consultations, people, db } = world;
  const { versionId } = await acceptedSource(db, world, [["goal", "Strategi", "Kommunerne laver en strategi."]]);
  const form = hearingForm(world, { kind: "assessment", versionId, deadline: "2027-02-01" });
  const id = await consultations.open(people.tove, form);
  expect(await consultations.page(people.tove, id)).toMatchObject({ userKey: "VU-2027-0001", kind: "assessment" });
});

test.each([
  [{ title: "  " }, { title: "missing" }],
  [{ title: "x".repeat(256) }, { title: "too-long" }],
  [{ caseNumber: "x".repeat(51) }, { caseNumber: "too-long" }],
  [{ deadline: "2026-02-30" }, { deadline: "not-a-day" }],
  [{ deadline: "2026-03-01" }, { deadline: "deadline-passed" }],
  [{ deadlineTime: "25:00" }, { deadlineTime: "not-a-time" }],
  [{ kle: "29.30" }, { kle: "not-a-kle" }],
  [{ kind: "meeting" }, { kind: "not-a-choice" }],
  [{ versionId: "xyz" }, { versionId: "no-such-source" }],
  [{ versionId: crypto.randomUUID() }, { versionId: "no-such-source" }],
  [
    { title: "", kle: "" },
    { title: "missing", kle: "missing" },
  ],
])("[H2] a hearing is not opened with %j", async (more, fields) => {
  const { consultations, people } = world;
  const before = (await consultations.list(people.tove)).length;
  await expect(consultations.open(people.tove, hearingForm(world, more))).rejects.toMatchObject(
    refusal("invalid", "form", fields),
  );
  expect(await consultations.list(people.tove)).toHaveLength(before);
});

test("[H2] what a person typed arrives tidy: one line, no stray space, a time or none", async () => {
  const { consultations, people } = world;
  const form = hearingForm(world, { title: "  Høring \n om   aftalen ", deadlineTime: "" });
  const page = await consultations.page(people.tove, await consultations.open(people.tove, form));
  expect(page).toMatchObject({ title: "Høring om aftalen", deadline: { day: "2026-03-20", time: null, daysLeft: 18 } });
  expect(page).toMatchObject({ status: "not-started", responseId: null, can: { assign: true, startResponse: true } });
});

test("[H5] a section given to a center gives its clauses; given again, the new deadline counts", async () => {
  const { consultations, people, centers, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const given = { clauseId: called("Indlæggelse"), centerId: [centers.social, centers.council] };
  await consultations.assign(people.tove, id, { ...given, deadline: "2026-03-10" });
  await consultations.assign(people.tove, id, { ...given, clauseId: [called("Besked")], deadline: "2026-03-12" });
  const { assignments } = await consultations.page(people.lise, id);
  expect(assignments.map((row) => [row.clauseId, row.centerId, row.deadline.day])).toEqual([
    [called("Besked"), centers.social, "2026-03-12"],
    [called("Besked"), centers.council, "2026-03-12"],
    [called("Kontakt"), centers.social, "2026-03-10"],
    [called("Kontakt"), centers.council, "2026-03-10"],
  ]);
  expect(await eventsOf(world, id)).toEqual(["hearing-opened", "clauses-assigned", "clauses-assigned"]);
});

test("a clause taken back is gone, and taking it back again changes nothing", async () => {
  const { consultations, people, centers, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const place = { clauseId: called("Plan"), centerId: centers.elderly };
  await consultations.assign(people.tove, id, { ...place, deadline: "2026-03-10" });
  await Promise.all([consultations.unassign(people.tove, id, place), consultations.unassign(people.tove, id, place)]);
  expect((await consultations.page(people.tove, id)).assignments).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(["hearing-opened", "clauses-assigned", "assignment-removed"]);
});

test.each([
  [{ deadline: "2026-03-21" }, { deadline: "after-external-deadline" }],
  [{ deadline: "2026-03-01" }, { deadline: "deadline-passed" }],
  [{ deadline: "i morgen" }, { deadline: "not-a-day" }],
  [{ clauseId: "" }, { clauseId: "missing" }],
  [{ centerId: undefined }, { centerId: "missing" }],
])("[H4] nothing is given out with %j", async (more, fields) => {
  const { consultations, people, centers, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const form = { clauseId: called("Plan"), centerId: centers.elderly, deadline: "2026-03-10", ...more };
  await expect(consultations.assign(people.tove, id, form)).rejects.toMatchObject(refusal("invalid", "form", fields));
});

test("[D11] a center that begins or ceases to take part is let in or shut out of the live text at once", async () => {
  const { consultations, responses, people, centers, called, changed } = world;
  const { id, documentId } = await hearingUnderWay(world);
  expect(await responses.accessOf(people.unni, documentId)).toBe("read");
  const place = { clauseId: called("Plan"), centerId: centers.youth };
  await consultations.assign(people.tove, id, { ...place, deadline: "2026-03-10" });
  expect(await responses.accessOf(people.unni, documentId)).toBe("write");
  await consultations.assign(people.tove, id, { ...place, clauseId: called("Besked"), deadline: "2026-03-10" });
  expect(changed).toEqual([documentId]);
  await consultations.unassign(people.tove, id, { ...place, clauseId: [called("Plan"), called("Besked")] });
  expect(await responses.accessOf(people.unni, documentId)).toBe("read");
  expect(changed).toEqual([documentId, documentId]);
});

test("[D2] a hearing, clause or center of another municipality is not there", async () => {
  const { consultations, people, centers, called } = world;
  const there = await neighbour(world);
  const gone = refusal("not-found", "not-found");
  const form = { clauseId: called("Plan"), centerId: centers.elderly, deadline: "2026-03-10" };
  await expect(consultations.page(people.tove, there.id)).rejects.toMatchObject(gone);
  await expect(consultations.page(people.tove, "no-id")).rejects.toMatchObject(gone);
  await expect(consultations.assign(people.tove, there.id, form)).rejects.toMatchObject(gone);
  await expect(consultations.unassign(people.tove, there.id, form)).rejects.toMatchObject(gone);
  const theirs = { ...form, clauseId: there.called("Plan"), centerId: there.centers.elderly };
  await expect(consultations.assign(people.tove, there.id, theirs)).rejects.toMatchObject(gone);
  await expect(consultations.unassign(people.tove, there.id, theirs)).rejects.toMatchObject(gone);
  const id = await consultations.open(people.tove, hearingForm(world));
  const foreign = { ...form, centerId: there.centers.social };
  await expect(consultations.assign(people.tove, id, foreign)).rejects.toMatchObject(gone);
  const unknown = { ...form, clauseId: crypto.randomUUID() };
  await expect(consultations.assign(people.tove, id, unknown)).rejects.toMatchObject(gone);
  await expect(
    consultations.open(people.tove, hearingForm(world, { versionId: there.versionId })),
  ).rejects.toMatchObject(refusal("invalid", "form", { versionId: "no-such-source" }));
  expect((await consultations.list(people.tove)).map((one) => one.id)).not.toContain(there.id);
  expect((await consultations.sources(people.tove)).map((one) => one.versionId)).not.toContain(there.versionId);
});

test("[D3] only coordinators open and share out; auditors and administrators do not see the hearings", async () => {
  const { consultations, people, centers, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const form = { clauseId: called("Plan"), centerId: centers.elderly, deadline: "2026-03-10" };
  const others = [people.sune, people.lars, people.jens, people.lise, people.rita, people.adam];
  for (const one of others) {
    await expect(consultations.open(one, hearingForm(world))).rejects.toMatchObject({ code: "coordinators-only" });
    await expect(consultations.assign(one, id, form)).rejects.toMatchObject({ code: "coordinators-only" });
    await expect(consultations.unassign(one, id, form)).rejects.toMatchObject({ code: "coordinators-only" });
  }
  for (const one of [people.rita, people.adam]) {
    const shut = refusal("forbidden", "not-for-your-role");
    await expect(consultations.list(one)).rejects.toMatchObject(shut);
    await expect(consultations.page(one, id)).rejects.toMatchObject(shut);
    await expect(consultations.sources(one)).rejects.toMatchObject({ kind: "forbidden", code: "coordinators-only" });
    expect(await consultations.desk(one)).toEqual([]);
  }
  expect((await consultations.page(people.lise, id)).can).toEqual({ assign: false, startResponse: false });
});

test("[H45] the desk has comments one was given, others' suggestions to one's part, and the plan's next step near its day", async () => {
  const { people, centers, called, consultations } = world;
  const { id, responseId, documentId } = await hearingUnderWay(world);
  const link = { kind: "clause", id: called("Besked"), center: centers.social } as const;
  const blockId = await writes(world, people.sune, documentId, "Vi støtter forslaget.", [link]);
  const here = { municipalityId: people.tove.municipality.id, responseId, documentId };
  const at = world.clock.now();
  await world.db.insert(commentThread).values({
    ...here,
    id: newId<ThreadId>(),
    blockId,
    startedBy: people.tove.id,
    startedAt: at,
    assignedTo: people.sune.id,
  });
  const run = { base: [{ id: blockId }], proposed: [], madeAt: at, changedAt: at };
  for (const by of [people.tove.id, people.sune.id])
    await world.db.insert(suggestion).values({ ...here, ...run, id: newId<SuggestionId>(), by });
  const desk = async (who: typeof people.tove) =>
    (await consultations.desk(who)).filter((task) => task.consultation.id === id);
  const own = (await desk(people.sune)).map(({ reason, open }) => `${reason} ${open}`);
  expect(own).toEqual(["answer-clauses 1", "suggestions 1", "comments 1"]);
  expect((await desk(people.elsa)).map(({ reason }) => reason)).toEqual(["answer-clauses"]);

  const steps = async () => (await desk(people.tove)).filter(({ reason }) => reason === "plan-step");
  const { steps: planned } = await consultations.plans.page(people.tove, id);
  const dates = planned.flatMap(({ id: step, deadline }) => [
    [`day-${step}`, deadline.day],
    [`time-${step}`, deadline.time ?? ""],
  ]);
  const [first] = planned;
  const before = world.clock.at;
  world.clock.at = new Date(`${first?.deadline.day}T09:00:00Z`);
  expect(await steps()).toEqual([]);
  await consultations.plans.confirm(people.tove, id, Object.fromEntries(dates));
  expect(await steps()).toMatchObject([{ step: first?.kind, deadline: { daysLeft: 0 } }]);
  world.clock.at = new Date("2026-03-14T09:00:00Z");
  expect((await desk(people.tove)).find(({ reason }) => reason === "write-together")).toMatchObject({ lateCenters: 2 });
  world.clock.at = before;
});

test("only accepted versions can be heard on, with the number of clauses they hold", async () => {
  const { consultations, people, versionId, sql } = world;
  const publisher = "Regionen";
  const known = async () => (await consultations.sources(people.tove)).filter((one) => one.versionId === versionId);
  expect(await known()).toEqual([
    { versionId, title: "Samarbejdsaftale", label: "Udkast", kind: "agreement", publisher, clauses: 4, goals: 0 },
  ]);
  await sql`update source_version set accepted_at = null where id = ${versionId}`;
  expect(await known()).toEqual([]);
  await expect(consultations.open(people.tove, hearingForm(world))).rejects.toMatchObject({
    fields: { versionId: "no-such-source" },
  });
  await sql`update source_version set accepted_at = now() where id = ${versionId}`;
});

test("[H8] Mit bord follows a hearing from hand to hand", async () => {
  const { consultations, responses, reviews, links, people, centers, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  // That its plan waits to be confirmed is told beside it. [H62]
  const desk = async (one: typeof people.tove) =>
    (await consultations.desk(one)).filter(
      ({ consultation, reason }) => consultation.id === id && reason !== "confirm-plan",
    );
  expect(await desk(people.tove)).toMatchObject([{ reason: "assign-clauses", deadline: { day: "2026-03-20" } }]);
  expect(await desk(people.sune)).toEqual([]);

  const give = (heading: string, deadline: string) =>
    consultations.assign(people.tove, id, { clauseId: called(heading), centerId: centers.social, deadline });
  await give("Plan", "2026-03-12");
  await give("Besked", "2026-03-09");
  expect(await desk(people.tove)).toMatchObject([{ reason: "start-response" }]);
  expect(await desk(people.sune)).toMatchObject([
    { reason: "answer-clauses", open: 2, total: 2, deadline: { day: "2026-03-09" }, center: "Center for Social" },
  ]);
  expect(await desk(people.elsa)).toEqual([]);

  await links.answer(people.sune, id, { clauseId: called("Besked"), centerId: centers.social, answer: "no-remarks" });
  expect(await desk(people.sune)).toMatchObject([{ open: 1, total: 2, deadline: { day: "2026-03-12" } }]);

  const responseId = await responses.start(people.tove, id);
  const { documentId } = await responses.page(people.tove, responseId);
  await writes(world, people.sune, documentId, "Planen bør være skriftlig.", [
    { kind: "clause", id: called("Plan"), center: centers.social },
  ]);
  expect(await desk(people.sune)).toEqual([]);
  expect(await desk(people.tove)).toMatchObject([{ reason: "write-together", responseId }]);

  const first = await reviews.send(people.tove, responseId, { approverId: people.lars.id });
  expect(await desk(people.tove)).toEqual([]);
  expect(await desk(people.lars)).toMatchObject([{ reason: "approve", responseId }]);
  expect(await desk(people.dorte)).toEqual([]);
  await reviews.giveBack(people.lars, first, { reason: "Mangler et tal" });
  expect(await desk(people.tove)).toMatchObject([{ reason: "returned" }]);

  const second = await reviews.send(people.tove, responseId, { approverId: people.lars.id });
  const [round] = (await reviews.page(people.lars, responseId)).rounds;
  expect(await desk(people.jens)).toEqual([]);
  await reviews.approve(people.lars, second, { sha256: round?.sha256 });
  expect(await desk(people.jens)).toMatchObject([{ reason: "file", responseId }]);
  expect(await desk(people.lars)).toEqual([]);
});
