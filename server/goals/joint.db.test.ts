import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { CenterId } from "../../db/ids";
import { response } from "../../db/schema";
import { type HearingWorld, hearingForm, hearingWorld } from "../../tests/world/hearing";
import { jointGoals, TWO_GOALS } from "../../tests/world/joint";
import { documentIn } from "../document-store";
import type { Viewer } from "../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld(TWO_GOALS);
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

const say = (id: string, who: Viewer, centerId: CenterId, status: string, goal = "Strategi") =>
  world.goals.say(who, id, { clauseId: world.called(goal), centerId, status });

async function linesOf(responseId: string): Promise<string[]> {
  const rows = await world.db.select().from(response);
  const loaded = await world.documents.load(rows.find((row) => row.id === responseId)!.documentId);
  const { blocks } = readDocument(loaded!.doc);
  return blocks.map((block) => (block.type === "block" ? `${block.kind} ${textOf(block)}`.trim() : ""));
}

test("[J18] [J22] a joint assessment asks each municipality by its own name, about what it was given", async () => {
  const perArea = await jointGoals(world);
  expect(await linesOf(perArea.responseId)).toEqual([
    "heading KKR-mål for unges trivsel",
    "quote Kommunerne laver en strategi.",
    "quote Kommunerne samler eksempler.",
    "heading Hvordan arbejder Prøve Kommune aktuelt med unges trivsel:",
    "paragraph",
    "heading Hvordan arbejder Vallensbæk Kommune aktuelt med unges trivsel:",
    "paragraph",
    "paragraph På vegne af Prøve Kommune",
  ]);
  const perGoal = await jointGoals(world, { answeredPer: "goal" });
  expect((await linesOf(perGoal.responseId)).slice(6, -1)).toEqual([
    "heading Hvordan arbejder Vallensbæk Kommune aktuelt med unges trivsel:",
    "quote Kommunerne laver en strategi.",
    "paragraph",
  ]);
});

test("[J18] [M4] [J14] what a guest's center says of a goal is frozen with the text, under its municipality's name", async () => {
  const { people, centers, consultations, reviews, goals } = world;
  const { id, responseId, guest, at } = await jointGoals(world);
  await consultations.own(people.tove, id, { clauseId: world.called("Strategi"), centerId: guest.centers.social });
  await say(id, await at("sune"), guest.centers.social, "planned");
  await say(id, await at("tove"), guest.centers.social, "in-progress");
  await say(id, people.sune, centers.social, "met");
  await reviews.send(people.tove, responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const [row] = await world.sql<{ canonical: string; sha256: string }[]>`select v.canonical, v.sha256
    from document_version v join response r on r.document_id = v.document_id where r.id = ${responseId}`;
  const { goals: frozen } = documentIn(row!);
  expect(frozen?.said.map(({ centerName, isOwner, status }) => [centerName, isOwner, status])).toEqual([
    ["Center for Social, Vallensbæk", true, "in-progress"],
    ["Center for Social", undefined, "met"],
  ]);
  // On the goal's own page the host finds it under the same name. [J14]
  const { assessed } = await goals.history(people.lise, [world.called("Strategi")]);
  const here = assessed.find(({ consultationId }) => consultationId === id);
  expect(here?.said.map(({ center }) => center)).toEqual(["Center for Social, Vallensbæk", "Center for Social"]);
});

test("[M19] [M20] the board has guests' centers under their municipality, and what each municipality says as one", async () => {
  const { people, centers, consultations, goals, versionId, called } = world;
  const { id, guest, at } = await jointGoals(world);
  const deadline = "2026-03-12";
  await consultations.assign(people.tove, id, { clauseId: called("Strategi"), centerId: centers.elderly, deadline });
  await say(id, people.sune, centers.social, "met");
  await say(id, people.tove, centers.elderly, "planned");
  await say(id, await at("sune"), guest.centers.social, "in-progress");
  const board = await goals.board(people.lise, versionId);
  const joint = board.centers.filter(({ id: one }) => one === guest.centers.social || one === centers.social);
  expect(joint.map(({ name, municipality }) => [name, municipality])).toEqual([
    ["Center for Social", "Prøve Kommune"],
    ["Center for Social, Vallensbæk", "Vallensbæk Kommune"],
  ]);
  const inThis = await goals.boardIn(people.lise, id);
  expect(inThis?.perMunicipality).toMatchObject([
    { municipality: "Prøve Kommune", status: "planned", behind: [centers.elderly], of: 2, isOwner: true },
    { municipality: "Vallensbæk Kommune", status: "in-progress", behind: [guest.centers.social], of: 1 },
  ]);
});

test("[M21] [J19] a guest's board is of the joint work alone: no other hearing's statuses, and no trend of another year's", async () => {
  const { people, centers, consultations, goals, called } = world;
  const alone = async (status: string) => {
    const id = await consultations.open(people.tove, hearingForm(world, { kind: "assessment" }));
    const place = { clauseId: called("Katalog"), centerId: centers.social };
    await consultations.assign(people.tove, id, { ...place, deadline: "2026-03-12" });
    await say(id, people.sune, centers.social, status, "Katalog");
  };
  await alone("planned");
  world.clock.at = new Date("2026-03-02T10:00:00Z");
  const { id, guest, at } = await jointGoals(world);
  await say(id, people.sune, centers.social, "in-progress", "Katalog");
  await say(id, await at("sune"), guest.centers.social, "met");
  world.clock.at = new Date("2026-03-02T11:00:00Z");
  await alone("met");
  const seen = async (who: Viewer) => {
    const board = await goals.boardIn(who, id);
    return board?.cells.map(({ centerId, status, trend }) => [centerId, status, trend]);
  };
  const theirs = [guest.centers.social, "met", null];
  expect(await seen(people.lise)).toEqual([[centers.social, "in-progress", "forward"], theirs]);
  for (const who of ["sune", "lise", "dorte"] as const)
    expect(await seen(await at(who)), who).toEqual([[centers.social, "in-progress", null], theirs]);
  const asGuest = await goals.boardIn(await at("sune"), id);
  expect(asGuest).toMatchObject({ before: null });
  // The host's own page of the paper is not theirs, and neither are its years. [J12]
  expect(
    (await goals.history(await at("sune"), [called("Katalog")])).assessed.map((one) => one.consultationId),
  ).toEqual([id]);
  await expect(goals.board(guest.people.sune, world.versionId)).rejects.toMatchObject({ kind: "not-found" });
  const hearing = await consultations.open(people.tove, hearingForm(world));
  expect(await goals.boardIn(people.lise, hearing)).toBeNull();
});
