import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consultation, missedDeadline, notice } from "../../../db/schema";
import { type HearingWorld, hearingUnderWay, hearingWorld, textSent } from "../../../tests/world/hearing";
import { jobsLike } from "../../../tests/world/notices";
import type { Viewer } from "../../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(async () => {
  await world.db.delete(notice);
  await world.db.delete(missedDeadline);
  // Hearings of tests before are long past their deadlines.
  await world.db.update(consultation).set({ deadline: "2020-01-02" });
  await world.sql`delete from assignment`;
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

const morningOf = async (day: string) => {
  world.clock.at = new Date(`${day}T06:30:00Z`);
  await world.consultations.reminders.morning();
};
const told = async (who: Viewer) => {
  const rows = await world.db.select().from(notice).where(eq(notice.userId, who.id)).orderBy(notice.at, notice.kind);
  return rows.map(({ kind, at }) => `${at.toISOString().slice(5, 10)} ${kind}`);
};

test("[N12] centers are reminded three working days before, one before and on the day; then the coordinator is told", async () => {
  const { people, centers } = world;
  await hearingUnderWay(world);
  // The deadline is Thursday the 12th, the external one Friday the 20th.
  for (let day = 6; day <= 20; day++) await morningOf(`2026-03-${String(day).padStart(2, "0")}`);
  expect(await told(people.sune)).toEqual(["03-09 deadline-near", "03-11 deadline-near", "03-12 deadline-near"]);
  expect(await told(people.elsa)).toEqual(await told(people.sune));
  expect(await told(people.tove)).toEqual([
    "03-13 deadline-missed",
    "03-13 deadline-missed",
    "03-17 external-deadline-near",
    "03-19 external-deadline-near",
    "03-20 external-deadline-near",
  ]);
  for (const who of [people.unni, people.lars, people.lise, people.rita, people.adam])
    expect(await told(who)).toEqual([]);
  const [first] = await world.notices.waiting(people.tove);
  expect(first).toMatchObject({ kind: "external-deadline-near", day: "2026-03-20" });
  expect((await world.notices.waiting(people.tove)).filter(({ kind }) => kind === "deadline-missed")).toHaveLength(2);
  expect(await world.db.select().from(missedDeadline)).toHaveLength(4);
  expect(centers.social).toBeDefined();
});

test("[N12] whoever has answered everything is not reminded, nor is anybody of what is sent", async () => {
  const { people, centers, links, called } = world;
  const { id } = await hearingUnderWay(world);
  for (const heading of ["Kontakt", "Besked"])
    await links.answer(people.sune, id, { clauseId: called(heading), centerId: centers.social, answer: "no-remarks" });
  await morningOf("2026-03-11");
  expect([await told(people.sune), await told(people.elsa)]).toEqual([[], ["03-11 deadline-near"]]);
  await world.db.delete(notice);
  await world.sql`delete from assignment`;
  world.clock.at = new Date("2026-03-02T09:00:00Z");
  await textSent(world);
  await world.db.delete(notice);
  await morningOf("2026-03-11");
  expect(await told(people.elsa)).toEqual([]);
});

test("[H16] what is answered after the deadline's morning came late, and a deadline that was moved is not missed", async () => {
  const { people, centers, links, called, consultations } = world;
  const { id } = await hearingUnderWay(world);
  const answer = (who: Viewer, heading: string, centerId: typeof centers.social) =>
    links.answer(who, id, { clauseId: called(heading), centerId, answer: "no-remarks" });
  await answer(people.sune, "Kontakt", centers.social);
  await morningOf("2026-03-13");
  await answer(people.sune, "Besked", centers.social);
  const late = async () => {
    const page = await consultations.plans.page(people.tove, id);
    return page.centers.map(({ name, open, late: count }) => `${name}: ${open} open, ${count} late`);
  };
  expect(await late()).toEqual(["Center for Social: 0 open, 1 late", "Center for Ældre: 2 open, 0 late"]);
  const more = { centerId: centers.social, deadline: "2026-03-17", reason: "Sygdom" };
  await consultations.plans.extend(people.tove, id, more);
  expect(await late()).toEqual(["Center for Social: 0 open, 0 late", "Center for Ældre: 2 open, 0 late"]);
});

test("[H40] coverage and the plan say what is owed after its day and what came after it", async () => {
  const { people, centers, links, called, consultations } = world;
  const { id } = await hearingUnderWay(world);
  await morningOf("2026-03-13");
  await links.answer(people.sune, id, { clauseId: called("Besked"), centerId: centers.social, answer: "no-remarks" });
  const { cells } = await links.coverage(people.sune, id);
  expect(cells.filter((cell) => cell.cameLate).map(({ clauseId }) => clauseId)).toEqual([called("Besked")]);
  expect(cells.filter((cell) => cell.isLate)).toHaveLength(3);
  expect((await consultations.plans.page(people.lise, id)).centers).toMatchObject([
    { name: "Center for Social", overdue: 1, late: 1 },
    { name: "Center for Ældre", overdue: 2, late: 0 },
  ]);
});

test("[N13] two nodes at once, and a morning run twice, tell each person once", async () => {
  const { people, consultations } = world;
  await hearingUnderWay(world);
  world.clock.at = new Date("2026-03-09T06:30:00Z");
  await Promise.all([1, 2, 3].map(() => consultations.reminders.morning()));
  await consultations.reminders.morning();
  expect(await told(people.sune)).toEqual(["03-09 deadline-near"]);
});

test("[N12] mornings that no node was up for are made good by the next one, and days off are none", async () => {
  const { people } = world;
  await hearingUnderWay(world);
  await morningOf("2026-03-10");
  await morningOf("2026-03-14");
  expect(await told(people.sune)).toEqual(["03-10 deadline-near"]);
  expect(await told(people.tove)).toEqual([]);
  expect(await world.db.select().from(missedDeadline)).toHaveLength(4);
  await morningOf("2026-03-16");
  expect(await told(people.tove)).toEqual(["03-16 deadline-missed", "03-16 deadline-missed"]);
});

test("[N12] the next morning is half past seven in Copenhagen, also after the nights when clocks change", async () => {
  const { consultations, clock, sql } = world;
  for (const [now, next] of [
    ["2026-03-28T09:00:00Z", "2026-03-29T05:30:00Z"],
    ["2026-10-24T09:00:00Z", "2026-10-25T06:30:00Z"],
    ["2026-07-01T05:29:00Z", "2026-07-01T05:30:00Z"],
    ["2028-02-28T12:00:00Z", "2028-02-29T06:30:00Z"],
  ] as const) {
    await sql`delete from graphile_worker._private_jobs`;
    clock.at = new Date(now);
    await Promise.all([consultations.reminders.start(), consultations.reminders.start()]);
    const minutes = (Date.parse(next) - Date.parse(now)) / 60_000;
    expect(await jobsLike(world, "daily-reminders")).toEqual([minutes]);
  }
});
