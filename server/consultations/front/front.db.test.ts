import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type HearingWorld,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  textSent,
  writes,
} from "../../../tests/world/hearing";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

const frontOf = (id: string, who = world.people.lise) => world.consultations.front(who, id);

test("[H43] who has written, answered and shared out is told by name, and where in the text somebody wrote last", async () => {
  const { people, centers, links, called } = world;
  const { id, documentId } = await hearingUnderWay(world);
  world.clock.at = new Date("2026-03-03T09:00:00Z");
  await writes(world, people.sune, documentId, "Vedr. Besked", [], { kind: "heading" });
  const blockId = await writes(world, people.sune, documentId, "Vi støtter forslaget.");
  await links.answer(people.sune, id, { clauseId: called("Besked"), centerId: centers.social, answer: "in-work" });
  await links.answer(people.sune, id, { clauseId: called("Besked"), centerId: centers.social, answer: "no-remarks" });
  const { activity } = await frontOf(id);
  expect(activity.map(({ day, name, deeds }) => [day, name, deeds.map(({ kind }) => kind)])).toEqual([
    ["2026-03-03", people.sune.name, ["written", "clause-answered"]],
    ["2026-03-02", people.tove.name, ["hearing-opened", "clauses-assigned", "response-started"]],
  ]);
  const [written, answered] = activity[0]?.deeds ?? [];
  expect(written?.last).toEqual({ blockId, heading: "Vedr. Besked" });
  expect(answered).toMatchObject({ count: 1 });
});

test("[H42] [H41] the front page has steps, deadlines and rounds in order of time, and how each center's part stands", async () => {
  const { people, reviews, consultations } = world;
  const { id, reviewId, sha256 } = await textSent(world);
  const { steps } = await consultations.plans.page(people.tove, id);
  await consultations.plans.tick(people.tove, id, { stepId: steps[0]?.id, done: "yes" });
  world.clock.at = new Date("2026-03-14T09:00:00Z");
  await reviews.approve(people.lars, reviewId, { sha256 });
  const { timeline, today, parts } = await frontOf(id);
  expect(today).toBe("2026-03-14");
  const days = timeline.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  const said = timeline.map((item) => `${item.kind} ${item.state}`);
  expect(said[0]).toBe("opened done");
  expect(said).toContain("sent-for-approval done");
  expect(timeline.find(({ kind }) => kind === "approved")).toMatchObject({ by: people.lars.name, day: "2026-03-14" });
  expect(timeline.find(({ kind }) => kind === "step")).toMatchObject({ state: "done", by: people.tove.name });
  expect(timeline.find(({ kind }) => kind === "external")).toMatchObject({ time: "12:00", state: "done" });
  expect(parts.map(({ state }) => state)).toEqual(["none", "none"]);
});

test("[H42] a day by which a center still owes something is late once it has passed", async () => {
  const { id } = await hearingUnderWay(world);
  const internal = async () => (await frontOf(id)).timeline.find(({ kind }) => kind === "internal");
  expect(await internal()).toMatchObject({ day: "2026-03-12", state: "ahead" });
  world.clock.at = new Date("2026-03-12T23:00:00Z");
  expect(await internal()).toMatchObject({ state: "late" });
});

test("[H43] nobody sees the front page of a neighbour's hearing, nor do auditors see any", async () => {
  const { id } = await hearingUnderWay(world);
  await expect(frontOf(id, world.people.rita)).rejects.toMatchObject({ code: "not-for-your-role" });
  const there = await neighbour(world);
  await expect(frontOf(id, there.people.tove)).rejects.toMatchObject({ kind: "not-found" });
});
