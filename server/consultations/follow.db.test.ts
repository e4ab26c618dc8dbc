import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  eventsOf,
  type HearingWorld,
  hearingForm,
  hearingWorld,
  neighbour,
  nextVersion,
  writes,
} from "../../tests/world/hearing";
import { acceptedSource, proposedVersion } from "../../tests/world/source";
import { REVISED, sourceRevised } from "../../tests/world/versions";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.changed.length = 0;
});
afterAll(() => world.close());

const newerOf = async (id: string) => (await world.consultations.page(world.people.lise, id)).newer;
const NO_SUCH = { kind: "conflict", code: "no-such-version" };

test("[C16] a hearing stays where it is until a coordinator says otherwise; moved, its page and its text show the new source", async () => {
  const { people, consultations, responses, changed } = world;
  const { own, hearing, next, old, fresh } = await sourceRevised(world);
  expect(await newerOf(hearing.id)).toEqual({ versionId: next.versionId, number: 2, label: "Version 2" });
  expect((await consultations.page(people.lise, hearing.id)).source.versionId).toBe(own.versionId);
  expect((await responses.page(people.sune, hearing.responseId)).earlier).toEqual([]);

  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  expect(changed).toEqual([hearing.documentId]);
  const page = await consultations.page(people.lise, hearing.id);
  expect(page).toMatchObject({ newer: null, source: { versionId: next.versionId, label: "Version 2" } });
  expect(page.assignments.map(({ clauseId }) => clauseId)).toEqual([fresh("Besked"), fresh("Plan")]);
  expect(page.undecided).toEqual([{ at: next.versionId, count: 2 }]);
  const text = await responses.page(people.sune, hearing.responseId);
  expect(text.mine).toEqual([fresh("Besked")]);
  expect(text.earlier.map(({ heading, successor }) => [heading, successor])).toEqual([
    ["Indlæggelse", { state: "carried", to: [fresh("Indlæggelse")], isChanged: false }],
    ["Besked", { state: "carried", to: [fresh("Besked")], isChanged: false }],
    ["Kontakt", { state: "undecided", at: next.versionId }],
    ["Udskrivning", { state: "carried", to: [fresh("Udskrivning")], isChanged: false }],
    ["Varsling", { state: "undecided", at: next.versionId }],
    ["Plan", { state: "carried", to: [fresh("Plan")], isChanged: false }],
  ]);
  expect(text.earlier[4]).toMatchObject({ id: old("Varsling"), path: "2 Udskrivning › 1 Varsling", kind: "clause" });
  const events = await eventsOf(world, hearing.id);
  expect(events.filter((event) => event === "hearing-moved")).toHaveLength(1);
  await expect(consultations.follow(people.tove, hearing.id, { versionId: own.versionId })).rejects.toMatchObject(
    NO_SUCH,
  );
});

test("[C16] a hearing that stays is not asked again until there is a newer version still", async () => {
  const { people, consultations } = world;
  const { own, hearing, next } = await sourceRevised(world);
  const stay = (versionId: string) => consultations.stay(people.tove, hearing.id, { versionId });
  await stay(next.versionId);
  await stay(next.versionId);
  expect(await newerOf(hearing.id)).toBeNull();
  expect((await consultations.page(people.lise, hearing.id)).source.versionId).toBe(own.versionId);

  const third = await nextVersion(own, REVISED, 3);
  expect(await newerOf(hearing.id)).toMatchObject({ versionId: third.versionId, number: 3 });
  await stay(third.versionId);
  // Said of one before it, nothing changes: that one was declined as well.
  await stay(next.versionId);
  expect(await newerOf(hearing.id)).toBeNull();
  // Who has stayed may still move.
  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  expect(await newerOf(hearing.id)).toBeNull();
  await consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  const events = (await eventsOf(world, hearing.id)).filter((event) => event.startsWith("hearing-"));
  expect(events).toEqual(["hearing-opened", "hearing-stays", "hearing-stays", "hearing-moved", "hearing-moved"]);
  expect(world.changed).toEqual([hearing.documentId, hearing.documentId]);
});

test("[C16] nobody moves a hearing to what is not accepted, does not descend from its own, or is another municipality's", async () => {
  const { people, consultations, db } = world;
  const { own, hearing, next } = await sourceRevised(world);
  const proposed = await proposedVersion(db, world, own.sourceId, { number: 3, sketches: REVISED });
  const other = await acceptedSource(db, world);
  const there = await neighbour(world);
  const ids = [proposed.versionId, other.versionId, there.versionId, crypto.randomUUID(), "x"];
  for (const versionId of ids) {
    await expect(consultations.follow(people.tove, hearing.id, { versionId })).rejects.toMatchObject(NO_SUCH);
    await expect(consultations.stay(people.tove, hearing.id, { versionId })).rejects.toMatchObject(NO_SUCH);
  }
  await expect(consultations.stay(people.tove, hearing.id, { versionId: own.versionId })).rejects.toMatchObject(
    NO_SUCH,
  );
  await expect(consultations.follow(people.tove, hearing.id, {})).rejects.toMatchObject({
    fields: { versionId: "missing" },
  });
  const gone = { kind: "not-found", code: "not-found" };
  const form = { versionId: next.versionId };
  await expect(consultations.follow(there.people.tove, hearing.id, form)).rejects.toMatchObject(gone);
  await expect(consultations.stay(people.tove, there.id, form)).rejects.toMatchObject(gone);
  expect((await eventsOf(world, hearing.id)).filter((event) => /moved|stays/.test(event))).toEqual([]);
});

test("[C16] [D3] coordinators alone move a hearing or let it stay, and only until its text is sent", async () => {
  const { people, consultations, reviews } = world;
  const { own, hearing, next } = await sourceRevised(world);
  const form = { versionId: next.versionId };
  const { tove, ...others } = people;
  for (const one of Object.values(others)) {
    for (const what of [consultations.follow, consultations.stay]) {
      await expect(what(one, hearing.id, form)).rejects.toMatchObject({ code: "coordinators-only" });
    }
  }
  await writes(world, people.sune, hearing.documentId, "Vi støtter forslaget.");
  await consultations.stay(tove, hearing.id, form);
  await reviews.send(tove, hearing.responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  await nextVersion(own, REVISED, 3);
  for (const what of [consultations.follow, consultations.stay]) {
    await expect(what(tove, hearing.id, form)).rejects.toMatchObject({ kind: "conflict", code: "approved" });
  }
  expect(await newerOf(hearing.id)).toBeNull();
});

test("[C16] a hearing whose text is not begun moves too, and the text begins with what was given, where that is now", async () => {
  const { people, centers, consultations, responses, projections, changed } = world;
  const { own, next, old } = await sourceRevised(world);
  const id = await consultations.open(people.tove, hearingForm(own, { versionId: own.versionId }));
  const give = { clauseId: old("Plan"), centerId: centers.elderly, deadline: "2026-03-12" };
  await consultations.assign(people.tove, id, give);
  await consultations.follow(people.tove, id, { versionId: next.versionId });
  expect(changed).toEqual([]);
  const responseId = await responses.start(people.tove, id);
  const { documentId } = await responses.page(people.tove, responseId);
  await projections.refreshNow(documentId);
  const headings = (await responses.opening(people.tove, responseId)).filter(({ kind }) => kind === "heading");
  expect(headings.map(({ text }) => text)).toEqual(["Generelle bemærkninger", "Vedr. Udskrivning"]);
});

test("[H5] [C16] what was given of an earlier version is given anew, and taken back, where it is now", async () => {
  const { people, centers, consultations, carryOver } = world;
  const { hearing, next, old, fresh } = await sourceRevised(world);
  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  const split = { fromClauseId: old("Varsling"), toClauseId: [fresh("Varsling"), fresh("Økonomi")] };
  await carryOver.decide(people.tove, next.versionId, split);
  await carryOver.decide(people.tove, next.versionId, { fromClauseId: old("Kontakt") });
  const given = async () => {
    const { assignments, clauses } = await consultations.page(people.lise, hearing.id);
    const nameOf = new Map(clauses.map(({ id, heading }) => [id, heading]));
    return assignments.map(({ clauseId, deadline }) => `${nameOf.get(clauseId)} ${deadline.day}`);
  };
  expect(await given()).toEqual(["Besked 2026-03-12", "Varsling 2026-03-12", "Plan 2026-03-12", "Økonomi 2026-03-12"]);

  const place = { clauseId: fresh("Varsling"), centerId: centers.elderly };
  await consultations.assign(people.tove, hearing.id, { ...place, deadline: "2026-03-16" });
  expect(await given()).toContain("Varsling 2026-03-16");
  await consultations.unassign(people.tove, hearing.id, place);
  await consultations.unassign(people.tove, hearing.id, place);
  expect(await given()).toEqual(["Besked 2026-03-12", "Plan 2026-03-12", "Økonomi 2026-03-12"]);
  const events = await eventsOf(world, hearing.id);
  expect(events.filter((event) => event === "assignment-removed")).toHaveLength(1);
  await consultations.unassign(people.tove, hearing.id, { ...place, clauseId: fresh("Økonomi") });
  expect(await given()).toEqual(["Besked 2026-03-12", "Plan 2026-03-12"]);
});

test("[H8] [C16] a newer version is the coordinator's next step, and nobody else's, until something is said", async () => {
  const { people, consultations } = world;
  const { own, hearing, next } = await sourceRevised(world);
  const step = async (one: typeof people.tove) =>
    (await consultations.desk(one))
      .filter((task) => task.consultation.id === hearing.id)
      .map(({ reason }) => reason)
      // That its plan waits to be confirmed is told beside it. [H62]
      .filter((reason) => reason !== "confirm-plan");
  expect(await step(people.tove)).toEqual(["newer-version"]);
  expect(await step(people.sune)).toEqual(["answer-clauses"]);
  await consultations.stay(people.tove, hearing.id, { versionId: next.versionId });
  expect(await step(people.tove)).toEqual(["write-together"]);
  const third = await nextVersion(own, REVISED, 3);
  expect(await step(people.tove)).toEqual(["newer-version"]);
  await consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  expect(await step(people.tove)).toEqual(["write-together"]);
});
