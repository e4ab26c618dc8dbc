import { afterAll, beforeAll, expect, test } from "vitest";
import { type HearingWorld, hearingForm, hearingWorld, writes } from "../../tests/world/hearing";
import { adds, changes, signOffsOf, twoParts } from "../../tests/world/sign-offs";
import type { Sketch } from "../../tests/world/source";
import type { Viewer } from "../identity/viewer";
import type { DeskTask } from "./shapes";

const GOAL: Sketch[] = [["section", "Hverdagsliv", "", [["goal", "Færre er ensomme", ""]]]];

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

const waits = async (viewer: Viewer, reason: DeskTask["reason"], id: string, on = world) =>
  (await on.consultations.desk(viewer)).filter((task) => task.reason === reason && task.consultation.id === id);

const givesBack = async (responseId: string, reason: string) => {
  const { people, centers } = world;
  const signOffs = signOffsOf(world);
  const { standing } = await signOffs.page(people.lars, responseId, centers.social);
  const after = standing.decision?.id ?? "";
  await signOffs.giveBack(people.lars, responseId, centers.social, { reason, after });
};

test("[H61] a part that is sent back waits on the desks of its center, with the reason, until it reads otherwise", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  const waiting = (viewer: Viewer) => waits(viewer, "part-returned", text.id);
  expect(await waiting(people.sune)).toEqual([]);
  await givesBack(text.responseId, "Tallet mangler.");
  expect(await waiting(people.sune)).toMatchObject([
    { centerId: centers.social, by: people.lars.name, why: "Tallet mangler.", deadline: { day: "2026-03-12" } },
  ]);
  for (const other of [people.elsa, people.lars, people.tove, people.dorte]) expect(await waiting(other)).toEqual([]);
  // Others' words elsewhere are no answer to it.
  await changes(world, people.elsa, text.documentId, adds(text.theirs, " I god tid."));
  await world.projections.refreshNow(text.documentId);
  expect(await waiting(people.sune)).toHaveLength(1);
  await changes(world, people.sune, text.documentId, adds(text.ours, " 12 dage."));
  await world.projections.refreshNow(text.documentId);
  expect(await waiting(people.sune)).toEqual([]);
  expect(await waits(people.lars, "sign-off", text.id)).toHaveLength(1);
});

test("[H61] a new paragraph answers it too, and a sign-off ends it whatever was written", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  await givesBack(text.responseId, "Skriv mere.");
  await writes(world, people.sune, text.documentId, "Og mere.", [text.about("Kontakt", centers.social)]);
  expect(await waits(people.sune, "part-returned", text.id)).toEqual([]);
  await givesBack(text.responseId, "Endnu mere.");
  expect(await waits(people.sune, "part-returned", text.id)).toHaveLength(1);
  const signOffs = signOffsOf(world);
  const { sha256, standing } = await signOffs.page(people.lars, text.responseId, centers.social);
  await signOffs.sign(people.lars, text.responseId, centers.social, { sha256, after: standing.decision!.id });
  expect(await waits(people.sune, "part-returned", text.id)).toEqual([]);
});

test("[H62] a plan that nobody has confirmed waits for whoever leads the hearing, by its next day, until somebody does", async () => {
  const { people, consultations } = world;
  const id = await consultations.open(people.tove, hearingForm(world, { deadline: "2026-04-20" }));
  const [task] = await waits(people.tove, "confirm-plan", id);
  const { steps } = await consultations.plans.page(people.tove, id);
  expect(task).toMatchObject({ step: steps[0]!.kind, deadline: steps[0]!.deadline });
  expect(await waits(people.tove, "plan-step", id)).toEqual([]);
  for (const other of [people.sune, people.lars, people.lise]) {
    expect(await waits(other, "confirm-plan", id)).toEqual([]);
  }
  const form = Object.fromEntries(
    steps.flatMap(({ id: step, deadline: { day, time } }) => [
      [`day-${step}`, day],
      [`time-${step}`, time ?? ""],
    ]),
  );
  await consultations.plans.confirm(people.tove, id, form);
  expect(await waits(people.tove, "confirm-plan", id)).toEqual([]);
});

test("[H63] what waits stands in order of its own day, whatever it is", async () => {
  const days = (await world.consultations.desk(world.people.tove)).map(({ deadline }) => deadline.day);
  expect(days.length).toBeGreaterThan(2);
  expect(days).toEqual([...days].sort());
});

test("[H64] a center's status of a goal waits for its manager as text does, and again after the part was sent back", async () => {
  const about = await hearingWorld(GOAL);
  try {
    const { people, centers, consultations, responses, called, goals } = about;
    const id = await consultations.open(people.tove, hearingForm(about, { kind: "assessment" }));
    const place = { clauseId: called("Færre er ensomme"), centerId: centers.social };
    await consultations.assign(people.tove, id, { ...place, deadline: "2026-03-12" });
    const responseId = await responses.start(people.tove, id);
    const waiting = (viewer: Viewer, reason: DeskTask["reason"]) => waits(viewer, reason, id, about);
    expect(await waiting(people.lars, "sign-off")).toEqual([]);
    await goals.say(people.sune, id, { ...place, status: "not-current" });
    expect(await waiting(people.lars, "sign-off")).toHaveLength(1);
    const signOffs = signOffsOf(about);
    await signOffs.giveBack(people.lars, responseId, centers.social, { reason: "Er I slet ikke i gang?", after: "" });
    expect(await waiting(people.lars, "sign-off")).toEqual([]);
    expect(await waiting(people.sune, "part-returned")).toHaveLength(1);
    about.clock.at = new Date(about.clock.at.getTime() + 60_000);
    await goals.say(people.sune, id, { ...place, status: "planned" });
    expect(await waiting(people.lars, "sign-off")).toHaveLength(1);
    expect(await waiting(people.sune, "part-returned")).toEqual([]);
  } finally {
    await about.close();
  }
});

test("[H61] [H64] a figure that is counted answers a part of a follow-up that was sent back, and is the manager's turn", async () => {
  const about = await hearingWorld(GOAL);
  try {
    const { people, centers, consultations, responses, called, initiatives } = about;
    const id = await consultations.open(people.tove, hearingForm(about, { kind: "follow-up" }));
    const place = { clauseId: called("Færre er ensomme"), centerId: centers.social };
    await consultations.assign(people.tove, id, { ...place, deadline: "2026-03-12" });
    const initiativeId = await initiatives.add(people.tove, id, { ...place, title: "Madklubben" });
    const indicatorId = await initiatives.addIndicator(people.tove, id, initiativeId, { name: "Gæster" });
    const responseId = await responses.start(people.tove, id);
    const signOffs = signOffsOf(about);
    await signOffs.giveBack(people.lars, responseId, centers.social, { reason: "Tallet mangler.", after: "" });
    expect(await waits(people.sune, "part-returned", id, about)).toHaveLength(1);
    about.clock.at = new Date(about.clock.at.getTime() + 60_000);
    await initiatives.count(people.sune, indicatorId, { value: "12", day: "2026-03-01" });
    expect(await waits(people.sune, "part-returned", id, about)).toEqual([]);
    expect(await waits(people.lars, "sign-off", id, about)).toHaveLength(1);
  } finally {
    await about.close();
  }
});
