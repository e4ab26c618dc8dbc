import { afterAll, beforeAll, expect, test } from "vitest";
import {
  eventsOf,
  type HearingWorld,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  writes,
} from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";
import { createOutcomes } from "./index";
import type { Outcomes } from "./shapes";

let world: HearingWorld;
let outcomes: Outcomes;
beforeAll(async () => {
  world = await hearingWorld();
  outcomes = createOutcomes(world);
});
afterAll(() => world.close());

const SAID = "Vi foreslår fem dage.";

/** A text with one linked paragraph and one that is not, sent for approval. */
async function remarkSent(at = world) {
  const { people, centers, called, reviews } = at;
  const hearing = await hearingUnderWay(at);
  const link = { kind: "clause", id: called("Varsling"), center: centers.elderly, stance: "change-proposal" } as const;
  const blockId = await writes(at, people.elsa, hearing.documentId, SAID, [link]);
  const other = await writes(at, people.elsa, hearing.documentId, "Med venlig hilsen.");
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  const reviewId = await reviews.send(people.tove, hearing.responseId, form);
  const [round] = (await reviews.page(people.lars, hearing.responseId)).rounds;
  return { ...hearing, blockId, other, reviewId, sha256: round!.sha256 };
}

async function remarkApproved() {
  const sent = await remarkSent();
  await world.reviews.approve(world.people.lars, sent.reviewId, { sha256: sent.sha256 });
  return sent;
}

const first = async (viewer: Viewer, responseId: string) => (await outcomes.page(viewer, responseId)).remarks[0];

test("[Q7] the approved text's linked paragraphs are its remarks, each with clause, center, stance and outcome", async () => {
  const { people, called } = world;
  const { responseId, blockId } = await remarkApproved();
  const page = await outcomes.page(people.tove, responseId);
  expect(page).toMatchObject({ responseId, can: { record: true } });
  expect(page.remarks).toMatchObject([
    {
      blockId,
      text: SAID,
      about: [{ id: called("Varsling"), heading: "Varsling" }],
      by: [{ center: "Ældre", stance: "change-proposal" }],
      outcome: null,
    },
  ]);
  await outcomes.record(people.tove, responseId, { blockId, outcome: "partly", reason: " Tre dage er nok. " });
  const recorded = { outcome: "partly", reason: "Tre dage er nok.", by: people.tove.name, at: world.clock.at };
  expect(await first(people.lise, responseId)).toMatchObject({ outcome: recorded });
  expect((await outcomes.page(people.lise, responseId)).can).toEqual({ record: false });
});

test("[Q7] the same outcome again is one, another takes its place, none takes it back, and the audit trail keeps all", async () => {
  const { people, sql } = world;
  const { responseId, blockId } = await remarkApproved();
  const says = (outcome: string, reason = "") => outcomes.record(people.tove, responseId, { blockId, outcome, reason });
  await Promise.all([says("accepted"), says("accepted"), says("accepted")]);
  await says("not-accepted", "Uden for aftalen.");
  await says("none");
  await says("none");
  expect(await first(people.tove, responseId)).toMatchObject({ outcome: null });
  const events = (await eventsOf(world, responseId)).filter((event) => event.startsWith("outcome"));
  expect(events).toEqual(["outcome-recorded", "outcome-recorded", "outcome-withdrawn"]);
  const rows =
    await sql`select data from audit_entry where object_id = ${responseId} and event like 'outcome%' order by seq`;
  expect(rows.map((row) => row["data"])).toMatchObject([
    { blockId, outcome: "accepted", before: null },
    { outcome: "not-accepted", reason: "Uden for aftalen.", before: { outcome: "accepted", reason: "" } },
    { outcome: "none", before: { outcome: "not-accepted", reason: "Uden for aftalen." } },
  ]);
});

test("[Q7] before the approval, and once the text is open again, nothing is recorded; what was recorded stays", async () => {
  const { people, reviews } = world;
  const { responseId, blockId, reviewId, sha256 } = await remarkSent();
  const form = { blockId, outcome: "accepted" };
  const early = { kind: "conflict", code: "not-approved" };
  await expect(outcomes.record(people.tove, responseId, form)).rejects.toMatchObject(early);
  expect(await outcomes.page(people.tove, responseId)).toMatchObject({ remarks: [], can: { record: false } });
  await reviews.approve(people.lars, reviewId, { sha256 });
  await outcomes.record(people.tove, responseId, form);
  await reviews.reopen(people.tove, responseId, { reason: "En fejl" });
  await expect(outcomes.record(people.tove, responseId, { ...form, outcome: "none" })).rejects.toMatchObject(early);
  const kept = await world.sql`select outcome from outcome where response_id = ${responseId}`;
  expect(kept).toHaveLength(1);
});

test("[D3] [D10] only coordinators and case officers record; keepers of the house and other municipalities find nothing", async () => {
  const { people } = world;
  const { responseId, blockId } = await remarkApproved();
  const form = { blockId, outcome: "accepted" };
  for (const one of [people.sune, people.elsa, people.lars, people.dorte, people.lise]) {
    await expect(outcomes.record(one, responseId, form)).rejects.toMatchObject({
      code: "coordinators-and-case-officers-only",
    });
  }
  await outcomes.record(people.jens, responseId, form);
  const gone = { kind: "not-found" };
  const there = await neighbour(world);
  for (const one of [people.rita, people.adam, there.people.tove]) {
    await expect(outcomes.record(one, responseId, form)).rejects.toMatchObject(gone);
    await expect(outcomes.page(one, responseId)).rejects.toMatchObject(gone);
  }
  await expect(outcomes.record(people.tove, there.responseId, form)).rejects.toMatchObject(gone);
});

test("[Q7] a form that is wrong, and a paragraph that is no remark, are refused and write nothing", async () => {
  const { people } = world;
  const { responseId, blockId, other } = await remarkApproved();
  const refused = (form: object, fields: object) =>
    expect(outcomes.record(people.tove, responseId, form)).rejects.toMatchObject({ kind: "invalid", fields });
  await refused({}, { blockId: "missing", outcome: "missing" });
  await refused({ blockId, outcome: "praised" }, { outcome: "missing" });
  await refused({ blockId, outcome: "partly", reason: "  " }, { reason: "missing" });
  await refused({ blockId, outcome: "not-accepted" }, { reason: "missing" });
  await refused({ blockId, outcome: "accepted", reason: "x".repeat(10_001) }, { reason: "too-long" });
  for (const none of [other, "ukendt-afsnit", "'; drop table outcome"]) {
    await expect(
      outcomes.record(people.tove, responseId, { blockId: none, outcome: "accepted" }),
    ).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await world.sql`select 1 from outcome where response_id = ${responseId}`).toHaveLength(0);
});
