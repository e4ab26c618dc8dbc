import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import {
  eventsOf,
  type HearingWorld,
  hearingForm,
  hearingWorld,
  neighbour,
  nextVersion,
  writes,
} from "../../tests/world/hearing";
import type { Sketch } from "../../tests/world/source";
import { documentIn } from "../document-store";
import type { Viewer } from "../identity/viewer";

const GOALS: Sketch[] = [
  [
    "section",
    "Et sundt hverdagsliv",
    "",
    [
      ["text", "Overordnede mål", "1. Flere er aktive\n2. Færre er ensomme"],
      ["goal", "Mål: Færre er ensomme", ""],
      ["goal", "Bedre tænder", ""],
    ],
  ],
];

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld(GOALS);
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-09T09:00:00Z");
});
afterAll(() => world.close());

/** A follow-up whose two goals are Social's. */
async function followUp(more: Record<string, unknown> = {}) {
  const { people, centers, consultations, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world, { kind: "follow-up", ...more }));
  const clauseId = ["Mål: Færre er ensomme", "Bedre tænder"].map(called);
  const { deadline = "2026-03-12" } = more;
  await consultations.assign(people.tove, id, { clauseId, centerId: centers.social, deadline });
  return id;
}

function adding(id: string, viewer: Viewer, more: Record<string, unknown> = {}) {
  const { called, centers, initiatives } = world;
  const usual = { clauseId: called("Mål: Færre er ensomme"), centerId: centers.social, title: "Portalen" };
  return initiatives.add(viewer, id, { period: "2018-2020", deadline: "april/maj", ...usual, ...more });
}

async function measured(id: string, title = "Portalen") {
  const { people, initiatives } = world;
  const initiativeId = await adding(id, people.sune, { title });
  const form = { name: "Brugere", unit: "%", targetFrom: "1", targetTo: "3" };
  const indicatorId = await initiatives.addIndicator(people.sune, id, initiativeId, form);
  const say = (value: string, day: string, viewer = people.sune) =>
    initiatives.say(viewer, id, indicatorId, { value, day });
  return { initiativeId, indicatorId, say };
}

async function one(id: string, initiativeId: string) {
  const board = await world.initiatives.board(world.people.lise, id);
  const found = board?.initiatives.find((row) => row.id === initiativeId);
  return found!;
}

const refused = (code: string) => expect.objectContaining({ code });

test("[M10] [M12] an initiative is in every follow-up of its source until it is ended, its deadline as written and sorted", async () => {
  const { people, initiatives } = world;
  const id = await followUp();
  expect(await world.consultations.head(people.lise, id)).toMatchObject({ kind: "follow-up", userKey: "OP-2026-0001" });
  const initiativeId = await adding(id, people.tove, { title: "  Brugerne   taler " });
  const there = await followUp();
  expect(await one(there, initiativeId)).toMatchObject({
    title: "Brugerne taler",
    deadline: "april/maj",
    deadlineDay: "2026-05-31",
    center: "Center for Social",
    takesPart: true,
  });
  world.clock.at = new Date("2026-06-01T09:00:00Z");
  const form = { title: "Brugerne taler", centerId: world.centers.social, period: "2018-2020", deadline: "april/maj" };
  await initiatives.change(people.sune, id, initiativeId, form);
  expect((await one(id, initiativeId)).deadlineDay).toBe("2026-05-31");
  await initiatives.change(people.sune, id, initiativeId, { ...form, deadline: "løbende" });
  expect((await one(id, initiativeId)).deadlineDay).toBeNull();
  await initiatives.end(people.tove, id, initiativeId, true);
  await initiatives.end(people.tove, id, initiativeId, true);
  expect((await one(there, initiativeId)).endedOn).toBe("2026-06-01");
  await initiatives.end(people.tove, id, initiativeId, false);
  expect((await one(there, initiativeId)).endedOn).toBeNull();
  const events = (await eventsOf(world, id)).filter((event) => event.startsWith("initiative-"));
  expect(events).toEqual(["initiative-added", "initiative-changed", "initiative-ended", "initiative-resumed"]);
});

test("[M13] figures are kept by day as they were written; a later one of the day counts, and none is lost", async () => {
  const { people, sql, initiatives } = world;
  const id = await followUp();
  const { initiativeId, indicatorId, say } = await measured(id);
  await say("1,20", "2025-12-07");
  await say("2,40", "2026-03-08");
  await Promise.all([say("2,04 %", "2026-03-08"), say("2,04", "2026-03-08")]);
  const { indicators } = await one(id, initiativeId);
  expect(indicators).toMatchObject([
    {
      name: "Brugere",
      target: { from: "1", to: "3" },
      figures: [
        { day: "2025-12-07", value: "1.20", by: "Sune Social" },
        { day: "2026-03-08", value: "2.04" },
      ],
    },
  ]);
  const rows = await sql`select value from indicator_value where indicator_id = ${indicatorId} order by seq`;
  expect(rows.map(({ value }) => value)).toEqual(["1.20", "2.40", "2.04"]);
  await initiatives.takeBack(people.sune, id, indicatorId, { day: "2025-12-07" });
  await initiatives.takeBack(people.sune, id, indicatorId, { day: "2025-12-07" });
  expect((await one(id, initiativeId)).indicators[0]?.figures).toHaveLength(1);
  expect((await eventsOf(world, id)).filter((event) => event.startsWith("figure-"))).toHaveLength(4);
  await expect(sql`update indicator_value set value = 1 where indicator_id = ${indicatorId}`).rejects.toThrow(
    "append only",
  );
});

test("[M13] what is no figure, no day or no target is refused at its field, and nothing is written", async () => {
  const { people, initiatives, sql } = world;
  const id = await followUp();
  const { initiativeId, say } = await measured(id);
  const fields = (of: Record<string, string>) => expect.objectContaining({ fields: of });
  for (const value of ["2.04", "mange", "1,2,3", "1e5", "12.34.5", "1234567890123"])
    await expect(say(value, "2026-03-08")).rejects.toEqual(fields({ value: "not-a-figure" }));
  await expect(say(" ", "2026-03-08")).rejects.toEqual(fields({ value: "missing" }));
  await expect(say("2", "2026-02-29")).rejects.toEqual(fields({ day: "not-a-day" }));
  await expect(say("2", "2026-03-10")).rejects.toEqual(fields({ day: "day-ahead" }));
  const target = (targetFrom: string, targetTo: string) =>
    initiatives.addIndicator(people.sune, id, initiativeId, { name: "Svar", targetFrom, targetTo });
  await expect(target("3", "1")).rejects.toEqual(fields({ targetTo: "target-upside-down" }));
  await expect(target("3,00", "x")).rejects.toEqual(fields({ targetTo: "not-a-figure" }));
  await expect(target("", "")).resolves.toBeDefined();
  expect(
    await sql`select 1 from indicator_value v join indicator i on i.id = v.indicator_id
    where i.initiative_id = ${initiativeId}`,
  ).toHaveLength(0);
});

test("[M11] [D2] who writes for the center tends its initiatives, a coordinator all; on goals of follow-ups alone", async () => {
  const { people, centers, consultations, called, initiatives, sql } = world;
  const id = await followUp();
  const { initiativeId, indicatorId, say } = await measured(id);
  await expect(say("1", "2026-03-01", people.elsa)).rejects.toEqual(refused("not-your-center"));
  await expect(say("1", "2026-03-01", people.adam)).rejects.toEqual(refused("not-for-your-role"));
  await expect(adding(id, people.sune, { centerId: centers.elderly })).rejects.toEqual(refused("not-your-center"));
  await expect(adding(id, people.tove, { clauseId: called("Et sundt hverdagsliv") })).rejects.toEqual(
    refused("no-goal-to-follow"),
  );
  const hearing = await consultations.open(people.tove, hearingForm(world, { kind: "assessment" }));
  await expect(adding(hearing, people.tove)).rejects.toEqual(refused("no-goal-to-follow"));
  expect(await initiatives.board(people.lise, hearing)).toBeNull();
  const there = await neighbour(world);
  const nobody = refused("not-found");
  await expect(initiatives.board(there.people.tove, id)).rejects.toEqual(nobody);
  await expect(initiatives.say(there.people.tove, id, indicatorId, { value: "1", day: "2026-03-01" })).rejects.toEqual(
    nobody,
  );
  await expect(adding(id, people.tove, { centerId: there.centers.social })).rejects.toMatchObject({
    fields: { centerId: "not-a-choice" },
  });
  await sql`update center set closed_on = '2026-03-09' where id = ${centers.youth}`;
  await expect(adding(id, people.tove, { centerId: centers.youth })).rejects.toMatchObject({
    fields: { centerId: "center-closed" },
  });
  const board = await initiatives.board(people.tove, id);
  expect(board?.centers.map((center) => center.id)).not.toContain(centers.youth);
  expect((await one(id, initiativeId)).mayTend).toBe(false);
  expect((await initiatives.board(people.elsa, id))?.centers).toEqual([]);
  await expect(initiatives.board(people.adam, id)).rejects.toEqual(refused("not-for-your-role"));
});

async function textOfFollowUp(responseId: string) {
  const { people, documents, responses } = world;
  const { documentId } = await responses.page(people.tove, responseId);
  const loaded = await documents.load(documentId);
  const text = readDocument(loaded!.doc);
  const lines = text.blocks.map((block) =>
    block.type === "block"
      ? `${block.kind}${block.level || ""} ${textOf(block)} ${(text.links[block.id] ?? []).length}`
      : "",
  );
  return { documentId, lines, text };
}

test("[M14] a follow-up begins with goals, a heading for each initiative, and room for the center that answers for it", async () => {
  const { people, responses, centers } = world;
  const earlier = (await world.initiatives.board(people.tove, await followUp()))?.initiatives ?? [];
  for (const { id } of earlier) await world.initiatives.end(people.tove, await followUp(), id, true);
  const id = await followUp();
  await adding(id, people.tove, { title: "Portalen" });
  const { lines, text } = await textOfFollowUp(await responses.start(people.tove, id));
  expect(lines).toEqual([
    "paragraph  0",
    "heading1 Et sundt hverdagsliv 0",
    "paragraph Overordnede mål 0",
    "ordered Flere er aktive 0",
    "ordered Færre er ensomme 0",
    "heading2 Mål: Færre er ensomme 0",
    "heading3 Portalen 0",
    "paragraph  1",
    "heading2 Mål: Bedre tænder 0",
    "paragraph  1",
    "paragraph På vegne af Prøve Kommune 0",
  ]);
  expect(
    Object.values(text.links)
      .flat()
      .every(({ center }) => center === centers.social),
  ).toBe(true);
});

test("[M14] [M15] [M16] figures and text are frozen under the approved hash, shut with it, and stand beside next time's", async () => {
  const { people, responses, reviews, documents, initiatives, centers, clock } = world;
  const id = await followUp({ title: "Første gang" });
  const { initiativeId, say } = await measured(id, "Målt portal");
  await say("2,04", "2026-03-08");
  const responseId = await responses.start(people.tove, id);
  const { documentId, text } = await textOfFollowUp(responseId);
  const late = await adding(id, people.sune, { title: "Kom til senere" });
  expect((await one(id, late)).heading).toBeNull();
  await writes(world, people.sune, documentId, "Kom til senere", [], { kind: "heading" });
  await writes(world, people.sune, documentId, "Den er begyndt.");
  expect(await one(id, late)).toMatchObject({ lines: ["Den er begyndt."] });
  const reviewId = await reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  const [round] = (await reviews.page(people.lars, responseId)).rounds;
  const version = await documents.version(round!.versionId);
  const { initiatives: frozen } = documentIn(version!);
  const heading = text.blocks.find((block) => block.type === "block" && textOf(block) === "Målt portal")?.id;
  expect(frozen?.said.find((said) => said.id === initiativeId)).toMatchObject({
    title: "Målt portal",
    centerName: "Center for Social",
    center: centers.social,
    period: "2018-2020",
    deadline: "april/maj",
    heading,
    indicators: [
      { name: "Brugere", unit: "%", target: { from: "1", to: "3" }, figures: [{ day: "2026-03-08", value: "2.04" }] },
    ],
  });
  await expect(say("3", "2026-03-08")).rejects.toEqual(refused("approved"));
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });
  clock.at = new Date("2026-09-01T09:00:00Z");
  const next = await followUp({ title: "Anden gang", deadline: "2026-10-01" });
  expect((await one(next, late)).last).toMatchObject({ title: "Første gang", lines: ["Den er begyndt."] });
  const goal = await initiatives.ofGoal(people.lise, [world.called("Mål: Færre er ensomme")]);
  expect(goal.initiatives.find((row) => row.id === initiativeId)?.indicators[0]?.figures).toMatchObject([
    { value: "2.04" },
  ]);
});

test("[M10] an initiative follows its goal into the next version of the source", async () => {
  const { people, consultations } = world;
  const first = await followUp();
  const initiativeId = await adding(first, people.tove, { title: "Følger med" });
  const { versionId, called } = await nextVersion(world, GOALS);
  const id = await consultations.open(people.tove, hearingForm(world, { kind: "follow-up", versionId }));
  expect((await one(id, initiativeId)).clauseId).toBe(called("Mål: Færre er ensomme"));
});
