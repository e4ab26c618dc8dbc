import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { CenterId } from "../../db/ids";
import {
  eventsOf,
  type HearingWorld,
  hearingForm,
  hearingWorld,
  neighbour,
  nextVersion,
} from "../../tests/world/hearing";
import type { Sketch } from "../../tests/world/source";
import { sourceRevised } from "../../tests/world/versions";
import { documentIn } from "../document-store";
import type { Viewer } from "../identity/viewer";

const GOALS: Sketch[] = [
  [
    "section",
    "KKR-mål for unges trivsel",
    "",
    [
      ["goal", "Strategi", "Kommunerne laver en strategi."],
      ["goal", "Katalog", "Kommunerne samler eksempler."],
    ],
  ],
  ["section", "Andet", "", [["text", "", "Ord uden mål."]]],
];

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld(GOALS);
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

/** Both goals are Social's, the first Ældre's too. */
async function assessment(more: Record<string, unknown> = {}, answeredPer = "area") {
  const { people, centers, consultations, responses, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world, { kind: "assessment", ...more }));
  const give = (headings: string[], centerId: CenterId) =>
    consultations.assign(people.tove, id, { clauseId: headings.map(called), centerId, deadline: "2026-03-12" });
  await give(["Strategi", "Katalog"], centers.social);
  world.clock.at = new Date("2026-03-02T09:05:00Z");
  await give(["Strategi"], centers.elderly);
  return { id, responseId: await responses.start(people.tove, id, { answeredPer }) };
}

function saying(id: string, viewer: Viewer, center: CenterId, said: Record<string, unknown>, goal = "Strategi") {
  return world.goals.say(viewer, id, { clauseId: world.called(goal), centerId: center, ...said });
}

async function cellsOf(id: string) {
  const { cells, clauses, centers, holes } = await world.links.coverage(world.people.lise, id);
  const told = cells.map(
    ({ clauseId, centerId, state, goal }) =>
      `${clauses.find((one) => one.id === clauseId)?.heading} ${centers.find((one) => one.id === centerId)?.shortName}: ${state} ${goal?.status ?? ""}`,
  );
  return { told: told.map((line) => line.trim()), holes };
}

test("[M3] what is laid out and empty says nothing; a status is an answer, the honest 'ikke aktuelt i gang' too", async () => {
  const { people, centers } = world;
  const { id } = await assessment();
  expect(await cellsOf(id)).toEqual({
    told: ["Strategi Social: not-looked-at", "Strategi Ældre: not-looked-at", "Katalog Social: not-looked-at"],
    holes: 3,
  });
  await saying(id, people.sune, centers.social, { status: "not-current" });
  await saying(id, people.sune, centers.social, { status: "not-relevant" }, "Katalog");
  await saying(id, people.tove, centers.elderly, {
    status: "in-progress",
    nextStep: " Møde  i maj ",
    due: "2026-05-04",
  });
  expect(await cellsOf(id)).toEqual({
    told: [
      "Strategi Social: answered not-current",
      "Strategi Ældre: answered in-progress",
      "Katalog Social: not-relevant not-relevant",
    ],
    holes: 0,
  });
  await saying(id, people.sune, centers.social, { status: "" });
  expect((await cellsOf(id)).told[0]).toBe("Strategi Social: not-looked-at");
});

test("[M2] the latest counts, what was said before is kept, and the same again is nothing, from two at once too", async () => {
  const { people, centers, sql } = world;
  const { id } = await assessment();
  const planned = { status: "planned", nextStep: "Møde" };
  await Promise.all([1, 2, 3].map(() => saying(id, people.sune, centers.social, planned)));
  await saying(id, people.sune, centers.social, { status: "met" });
  await saying(id, people.sune, centers.social, { status: "met" });
  await saying(id, people.sune, centers.social, { status: "" }, "Katalog");
  const rows = await sql`select status, next_step from goal_status where consultation_id = ${id} order by seq`;
  expect(rows.map((row) => `${row["status"]} ${row["next_step"]}`.trim())).toEqual(["planned Møde", "met"]);
  expect((await eventsOf(world, id)).filter((event) => event.startsWith("goal-"))).toHaveLength(2);
  await expect(sql`update goal_status set status = 'met' where consultation_id = ${id}`).rejects.toThrow("append only");
});

test("[M2] [D2] nobody says it for another center, of what is no goal, elsewhere, or in a hearing", async () => {
  const { people, centers, consultations, called, goals } = world;
  const { id } = await assessment();
  const met = { status: "met" };
  const refused = (code: string) => expect.objectContaining({ code });
  await expect(saying(id, people.elsa, centers.social, met)).rejects.toEqual(refused("not-your-center"));
  await expect(saying(id, people.lars, centers.social, met)).rejects.toEqual(refused("not-your-center"));
  await expect(saying(id, people.adam, centers.social, met)).rejects.toEqual(refused("not-for-your-role"));
  const section = { clauseId: called("Andet"), centerId: centers.social, ...met };
  await expect(goals.say(people.tove, id, section)).rejects.toEqual(refused("no-goal"));
  await expect(saying(id, people.sune, centers.social, { status: "halvt" })).rejects.toMatchObject({
    fields: { status: "not-a-choice" },
  });
  await expect(saying(id, people.sune, centers.social, { ...met, due: "2026-02-29" })).rejects.toMatchObject({
    fields: { due: "not-a-day" },
  });
  const there = await neighbour(world);
  await expect(saying(there.id, people.tove, centers.social, met)).rejects.toEqual(refused("not-found"));
  const hearing = await consultations.open(people.tove, hearingForm(world));
  await consultations.assign(people.tove, hearing, {
    ...section,
    clauseId: called("Strategi"),
    deadline: "2026-03-12",
  });
  await expect(saying(hearing, people.sune, centers.social, met)).rejects.toEqual(refused("no-goal"));
});

test("[M1] the first that was given a goal owns it, until a coordinator chooses another", async () => {
  const { people, centers, consultations, called } = world;
  const { id } = await assessment();
  const owners = async () =>
    (await consultations.page(people.lise, id)).assignments.filter(({ isOwner }) => isOwner).map((one) => one.centerId);
  expect(await owners()).toEqual([centers.social, centers.social]);
  const goal = { clauseId: called("Strategi") };
  await consultations.own(people.tove, id, { ...goal, centerId: centers.elderly });
  await consultations.own(people.tove, id, { ...goal, centerId: centers.elderly });
  expect(await owners()).toEqual([centers.elderly, centers.social]);
  expect((await eventsOf(world, id)).filter((event) => event === "goal-owner-chosen")).toHaveLength(1);
  await expect(consultations.own(people.tove, id, { ...goal, centerId: centers.youth })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(consultations.own(people.sune, id, { ...goal, centerId: centers.social })).rejects.toMatchObject({
    code: "coordinators-only",
  });
  await consultations.unassign(people.tove, id, { ...goal, centerId: centers.elderly });
  expect(await owners()).toEqual([centers.social, centers.social]);
});

test("[M4] what was said is under the hash that is approved, and shut with the text", async () => {
  const { people, centers, reviews, documents, goals } = world;
  const { id, responseId } = await assessment();
  await saying(id, people.sune, centers.social, { status: "not-current" });
  await saying(id, people.elsa, centers.elderly, { status: "planned", nextStep: "Møde", due: "2026-05-04" });
  await saying(id, people.sune, centers.social, { status: "met" }, "Katalog");
  await goals.changeForm(people.tove, id, { showsStatus: "" });
  // Nobody has written a word; what is said of the goals is an assessment all the same.
  await expect(
    reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" }),
  ).resolves.toBeDefined();
  const { rounds } = await reviews.page(people.lars, responseId);
  const version = await documents.version(rounds[0]!.versionId);
  const { goals: frozen } = documentIn(version!);
  expect(frozen?.isShown).toBe(false);
  expect(frozen?.said.map(({ centerName, status, isOwner }) => [centerName, status, isOwner ?? false])).toEqual([
    ["Center for Social", "not-current", true],
    ["Center for Ældre", "planned", false],
    ["Center for Social", "met", true],
  ]);
  expect(frozen?.said[1]).toMatchObject({ nextStep: "Møde", due: "2026-05-04", day: "2026-03-02" });
  await expect(saying(id, people.sune, centers.social, { status: "met" })).rejects.toMatchObject({ code: "approved" });
  await expect(goals.changeForm(people.tove, id, { showsStatus: "yes" })).rejects.toMatchObject({ code: "approved" });
});

test("[M6] a goal's years stand with their trends, carried by decisions alone, and the board has the last of them", async () => {
  const { people, centers, goals, carryOver, called, versionId } = world;
  const first = await assessment({ title: "Første år" });
  await saying(first.id, people.sune, centers.social, { status: "planned" });
  await saying(first.id, people.elsa, centers.elderly, { status: "met" });
  world.clock.at = new Date("2027-03-02T09:00:00Z");
  const second = await assessmentIn("2027-03-20");
  await saying(second, people.sune, centers.social, { status: "partly-met" });
  await saying(second, people.elsa, centers.elderly, { status: "in-progress" });
  const { assessed } = await goals.history(people.lise, [called("Strategi")]);
  const lastTwo = assessed.slice(0, 2);
  expect(
    lastTwo.map(({ title, said }) => [title, said.map((one) => `${one.center} ${one.status} ${one.trend}`)]),
  ).toEqual([
    ["Andet år", ["Center for Social partly-met forward", "Center for Ældre in-progress back"]],
    ["Første år", expect.arrayContaining([expect.stringContaining("Center for Social planned")])],
  ]);
  const board = await goals.board(people.lise, versionId);
  expect(board.goals.map(({ heading, area }) => [heading, area])).toEqual([
    ["Strategi", "KKR-mål for unges trivsel"],
    ["Katalog", "KKR-mål for unges trivsel"],
  ]);
  const cell = board.cells.find((one) => one.clauseId === called("Strategi") && one.centerId === centers.social);
  expect(cell).toMatchObject({ status: "partly-met", trend: "forward", isOwner: true, day: "2027-03-02" });
  await expect(goals.board(people.adam, versionId)).rejects.toMatchObject({ code: "not-for-your-role" });
  expect(await goals.history(people.adam, [called("Strategi")])).toEqual({ assessed: [], became: {} });

  const next = await nextVersion(world, [
    ["section", "KKR-mål for unge", "", [["goal", "Plan", "Noget helt andet står der nu om planer."]]],
  ]);
  expect((await goals.board(people.lise, next.versionId)).cells).toEqual([]);
  const desk = await carryOver.desk(people.tove, next.versionId);
  expect(desk).toBeDefined();
});

test("[M18] the board tells which goals were met, adapted, retired and added, by decisions alone", async () => {
  const { people, goals, carryOver } = world;
  const own = await sourceRevised(world, [
    [
      "section",
      "Mål",
      "",
      [
        ["goal", "Plan", "Der aftales en plan inden udskrivningen."],
        ["goal", "Nyt", "Noget nyt."],
      ],
    ],
  ]);
  const { versionId } = own.next;
  await world.sql`update clause set kind = 'goal' where version_id = ${own.own.versionId} and kind = 'clause'`;
  const decide = (from: string, to: string[], isMet = "") =>
    carryOver.decide(people.tove, versionId, { fromClauseId: own.old(from), toClauseId: to.map(own.fresh), isMet });
  await world.sql`update carry_over set undone_at = now(), undone_by = ${people.tove.id} where to_version_id = ${versionId}`;

  const waiting = await goals.board(people.lise, versionId);
  expect(waiting.before).toMatchObject({ id: own.own.versionId, gone: [], waiting: 4 });
  expect(waiting.goals.map(({ change }) => change)).toEqual([null, null]);
  expect((await goals.board(people.lise, own.own.versionId)).before).toBeNull();

  await decide("Plan", ["Plan"]);
  await decide("Besked", [], "yes");
  await decide("Varsling", []);
  await decide("Kontakt", [], "yes");
  const { before, goals: now } = await goals.board(people.lise, versionId);
  expect(now.map(({ heading, change }) => [heading, change])).toEqual([
    ["Plan", "reworded"],
    ["Nyt", "new"],
  ]);
  expect(before?.waiting).toBe(0);
  expect(before?.gone.map(({ heading, change }) => [heading, change])).toEqual([
    ["Besked", "met"],
    ["Kontakt", "met"],
    ["Varsling", "dropped"],
  ]);
});

async function assessmentIn(deadline: string): Promise<string> {
  const { people, centers, consultations, called } = world;
  const form = hearingForm(world, { kind: "assessment", title: "Andet år", deadline });
  const id = await consultations.open(people.tove, form);
  for (const centerId of [centers.social, centers.elderly])
    await consultations.assign(people.tove, id, { clauseId: called("Strategi"), centerId, deadline });
  return id;
}

test("[H6] [M3] the text that is begun has the goals quoted, and answered goal by goal where that was chosen", async () => {
  const { people, documents, responses, called } = world;
  const { responseId } = await assessment({}, "goal");
  const { documentId } = await responses.page(people.tove, responseId);
  const loaded = await documents.load(documentId);
  const { blocks, links } = readDocument(loaded!.doc);
  const lines = blocks.map((block) =>
    block.type === "block" ? `${block.kind} ${textOf(block)} ${(links[block.id] ?? []).length}` : "",
  );
  expect(lines).toEqual([
    "heading KKR-mål for unges trivsel 0",
    "heading Hvordan arbejder Prøve Kommune aktuelt med unges trivsel: 0",
    "quote Kommunerne laver en strategi. 0",
    "paragraph  1",
    "paragraph  1",
    "quote Kommunerne samler eksempler. 0",
    "paragraph  1",
    "paragraph På vegne af Prøve Kommune 0",
  ]);
  const quotes = blocks.flatMap((block) => (block.type === "block" && block.of ? [block.of] : []));
  expect(quotes).toEqual([called("Strategi"), called("Katalog")]);
});

test("[H2] an assessment of a source without goals is refused at the source, and nothing is written", async () => {
  const { people, consultations } = world;
  const there = await neighbour(world);
  const before = (await consultations.list(there.people.tove)).length;
  const form = hearingForm(world, { kind: "assessment", versionId: there.versionId });
  await expect(consultations.open(there.people.tove, form)).rejects.toMatchObject({
    fields: { versionId: "source-without-goals" },
  });
  expect(await consultations.list(there.people.tove)).toHaveLength(before);
  const named = hearingForm(world, { kind: "assessment", coordinatorId: people.sune.id });
  await expect(consultations.open(people.tove, named)).rejects.toMatchObject({
    fields: { coordinatorId: "not-a-choice" },
  });
});
