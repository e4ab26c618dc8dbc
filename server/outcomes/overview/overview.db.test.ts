import { afterAll, beforeAll, expect, test } from "vitest";
import {
  eventsOf,
  type HearingWorld,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  writes,
} from "../../../tests/world/hearing";
import type { Viewer } from "../../identity/viewer";
import { createOutcomes } from "../index";
import type { Outcomes } from "../shapes";

let world: HearingWorld;
let outcomes: Outcomes;
beforeAll(async () => {
  world = await hearingWorld();
  outcomes = createOutcomes(world);
});
afterAll(() => world.close());

const NOTICE = "Fem dages varsel er for kort, når hjælpemidler skal bestilles.";
const COST = "Udgiften til taxa bør stå i aftalen.";
const HEAD = "Emne\tAfsender\tResumé\tVurdering";
const PASTED = [
  HEAD,
  "Varsling\tPrøve Kommune\tKommunen finder varslet på fem dage for kort\tMedtages ikke, da varslet er aftalt.",
  "Kørsel\tPrøve Kommune, Center for Ældre\tUdgiften til taxa mangler\tTeksten er præciseret.",
  "Andet\tNabo Kommune\tUdgiften til taxa mangler\tMedtages",
  "Andet\tPrøve Kommune\tBibliotekerne nævnes ikke\tTages til efterretning",
].join("\n");

/** A text with two linked paragraphs, approved. */
async function approved() {
  const { people, centers, called, reviews } = world;
  const hearing = await hearingUnderWay(world);
  const link = { kind: "clause", id: called("Varsling"), center: centers.elderly, stance: "change-proposal" } as const;
  const notice = await writes(world, people.elsa, hearing.documentId, NOTICE, [link]);
  const cost = await writes(world, people.elsa, hearing.documentId, COST, [{ ...link, stance: "question" }]);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  const reviewId = await reviews.send(people.tove, hearing.responseId, form);
  const [round] = (await reviews.page(people.lars, hearing.responseId)).rounds;
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });
  return { ...hearing, notice, cost };
}

const here = (responseId: string, viewer: Viewer = world.people.tove) => outcomes.overview(viewer, responseId);
const add = (responseId: string, pasted = PASTED) => outcomes.addOverview(world.people.tove, responseId, { pasted });

test("[Q10] an overview comes in once, by either of who may, without what other senders said; nothing is noted by that", async () => {
  const { people } = world;
  const { responseId } = await approved();
  expect(await add(responseId)).toEqual({ rows: 3, others: 1 });
  expect(await add(responseId)).toEqual({ rows: 0, others: 1 });
  world.clock.at = new Date(world.clock.at.getTime() + 60_000);
  const all = await outcomes.addOverview(people.jens, responseId, { pasted: PASTED, withOthers: "on" });
  expect(all).toEqual({ rows: 4, others: 0 });
  const page = await here(responseId, people.lise);
  expect(page.can).toEqual({ record: false });
  expect(page.overviews).toMatchObject([
    { kind: "pasted", rows: 3, others: 1, by: people.tove.name },
    { kind: "pasted", rows: 4, others: 0, by: people.jens.name },
  ]);
  expect(page.rows.every(({ state }) => state.kind === "waiting")).toBe(true);
  expect(page.remarks.every(({ outcome }) => outcome === null)).toBe(true);
});

test("[Q10] a file is read in the readers' threads, and refused at its own field", async () => {
  const { people } = world;
  const { responseId } = await approved();
  const sends = (name: string, words: string) =>
    outcomes.addOverview(people.tove, responseId, { overview: new File([words], name), pasted: "" });
  const refused = (code: string) => ({ kind: "invalid", fields: { overview: code } });
  await expect(sends("svar.pdf", "%PDF-1.7")).rejects.toMatchObject(refused("format-not-read-yet"));
  await expect(sends("svar.xlsx", "")).rejects.toMatchObject(refused("empty-file"));
  await expect(sends("svar.csv", "Navn;Alder\nBo;7")).rejects.toMatchObject(refused("no-columns"));
  await expect(sends("svar.csv", "Resumé;Vurdering;Afsender\nA;Ja;Nabo")).rejects.toMatchObject(
    refused("no-row-of-ours"),
  );
  await expect(outcomes.addOverview(people.tove, responseId, {})).rejects.toMatchObject(refused("missing"));
  await expect(add(responseId, "Bare ord")).rejects.toMatchObject({ fields: { pasted: "no-columns" } });
  expect((await here(responseId)).overviews).toEqual([]);
  expect(await sends("svar.csv", "Resumé;Vurdering\nA;Ja")).toEqual({ rows: 1, others: 0 });
  expect((await here(responseId)).overviews).toMatchObject([{ kind: "file", name: "svar.csv", rows: 1 }]);
});

test("[Q11] a row proposes a remark and an outcome; in force is what somebody says it is, once", async () => {
  const { people } = world;
  const { responseId, notice, cost } = await approved();
  await add(responseId);
  const { rows, open } = await here(responseId);
  expect(open).toMatchObject({ row: { subject: "Varsling" }, chosen: notice, outcome: "not-accepted" });
  const reason = "Varslet er aftalt.";
  const form = { op: "record", rowId: open!.row.id, blockId: notice, outcome: "partly", reason };
  await Promise.all([1, 2].map(() => outcomes.settle(people.tove, responseId, form)));
  await expect(outcomes.settle(people.jens, responseId, { ...form, blockId: cost })).rejects.toMatchObject({
    code: "row-settled",
  });
  const next = await here(responseId);
  expect(next.open).toMatchObject({ row: { subject: "Kørsel" }, chosen: cost, outcome: "accepted" });
  expect(next.remarks.map(({ outcome }) => outcome?.outcome ?? null)).toEqual(["partly", null]);
  const both = { op: "record", rowId: next.open!.row.id, blockId: [notice, cost], outcome: "accepted" };
  await outcomes.settle(people.jens, responseId, both);
  await outcomes.settle(people.tove, responseId, { op: "set-aside", rowId: rows[2]!.id });
  const last = await here(responseId);
  expect(last.open).toBe(null);
  expect(last.rows.map(({ state }) => state.kind)).toEqual(["recorded", "recorded", "set-aside"]);
  expect(last.remarks.map(({ outcome }) => outcome)).toMatchObject([
    { outcome: "accepted", by: people.jens.name },
    { outcome: "accepted" },
  ]);
  const events = (await eventsOf(world, responseId)).filter((event) => event.startsWith("overview"));
  expect(events).toEqual([
    "overview-added",
    "overview-row-recorded",
    "overview-row-recorded",
    "overview-row-set-aside",
  ]);
});

test("[Q12] taken back, what stood before stands again, the last row first; what was noted since by hand stays", async () => {
  const { people } = world;
  const { responseId, notice, cost } = await approved();
  const byHand = { blockId: notice, outcome: "partly", reason: "Sagt i telefonen" };
  await outcomes.record(people.tove, responseId, byHand);
  await add(responseId);
  const [first, second, third] = (await here(responseId)).rows.map(({ id }) => id);
  const settles = (rowId: string | undefined, blockId: string[], reason: string) =>
    outcomes.settle(people.jens, responseId, { op: "record", rowId, blockId, outcome: "not-accepted", reason });
  const takesBack = (rowId: string | undefined) => outcomes.takeBack(people.tove, responseId, { rowId });
  const stands = async () => (await here(responseId)).remarks.map(({ outcome }) => outcome?.reason ?? null);
  await settles(first, [notice], "Et");
  await settles(second, [notice, cost], "To");
  expect(await stands()).toEqual(["To", "To"]);
  await expect(takesBack(first)).rejects.toMatchObject({ kind: "conflict", code: "row-built-upon" });
  await takesBack(second);
  await takesBack(second);
  expect(await stands()).toEqual(["Et", null]);
  await takesBack(first);
  expect((await here(responseId)).remarks[0]?.outcome).toMatchObject({ ...byHandSaid(byHand), by: people.tove.name });
  await settles(third, [cost], "Tre");
  await outcomes.record(people.tove, responseId, { blockId: cost, outcome: "accepted" });
  await takesBack(third);
  expect((await here(responseId)).remarks[1]?.outcome).toMatchObject({ outcome: "accepted" });
});

const byHandSaid = ({ outcome, reason }: { outcome: string; reason: string }) => ({ outcome, reason });

test("[Q12] a wrong file is taken out as long as nothing of it is noted", async () => {
  const { people } = world;
  const { responseId, notice } = await approved();
  await add(responseId);
  const { overviews, rows } = await here(responseId);
  const form = { overviewId: overviews[0]!.id };
  const record = { op: "record", rowId: rows[0]!.id, blockId: notice, outcome: "accepted" };
  await outcomes.settle(people.tove, responseId, record);
  await expect(outcomes.removeOverview(people.tove, responseId, form)).rejects.toMatchObject({
    code: "overview-in-use",
  });
  await outcomes.takeBack(people.tove, responseId, { rowId: rows[0]!.id });
  await outcomes.removeOverview(people.jens, responseId, form);
  expect(await here(responseId)).toMatchObject({ overviews: [], rows: [], open: null });
});

test("[Q10] rows typed by hand are rows like others; what is missing or too long is refused at its field", async () => {
  const { people } = world;
  const { responseId } = await approved();
  const types = (form: object) => outcomes.addRow(people.tove, responseId, form);
  await types({ subject: "Varsling", summary: "Varslet er for kort", assessment: "Medtages" });
  await types({ summary: "Taxa", assessment: "" });
  const { rows, overviews } = await here(responseId);
  expect(overviews).toMatchObject([{ kind: "typed", rows: 2 }]);
  expect(rows.map(({ summary }) => summary)).toEqual(["Varslet er for kort", "Taxa"]);
  await expect(types({ summary: " " })).rejects.toMatchObject({ fields: { summary: "missing" } });
  await expect(types({ summary: "x".repeat(5001) })).rejects.toMatchObject({ fields: { summary: "too-long" } });
});

test("[D3] [D10] who does not note outcomes changes nothing, keepers and neighbours find nothing, and reopened is closed", async () => {
  const { people, reviews } = world;
  const { responseId, notice } = await approved();
  await add(responseId);
  const { rows, overviews } = await here(responseId);
  const commands = [
    (one: Viewer) => outcomes.addOverview(one, responseId, { pasted: `${HEAD}\nA\t\tB\tC` }),
    (one: Viewer) => outcomes.addRow(one, responseId, { summary: "A" }),
    (one: Viewer) =>
      outcomes.settle(one, responseId, { op: "record", rowId: rows[0]!.id, blockId: notice, outcome: "accepted" }),
    (one: Viewer) => outcomes.takeBack(one, responseId, { rowId: rows[0]!.id }),
    (one: Viewer) => outcomes.removeOverview(one, responseId, { overviewId: overviews[0]!.id }),
  ];
  const there = await neighbour(world);
  for (const command of commands) {
    for (const one of [people.sune, people.elsa, people.lars, people.dorte, people.lise])
      await expect(command(one)).rejects.toMatchObject({ code: "coordinators-and-case-officers-only" });
    for (const one of [people.rita, people.adam, there.people.tove])
      await expect(command(one)).rejects.toMatchObject({ kind: "not-found" });
  }
  for (const one of [people.rita, people.adam, there.people.tove])
    await expect(here(responseId, one)).rejects.toMatchObject({ kind: "not-found" });
  await reviews.reopen(people.tove, responseId, { reason: "En fejl" });
  for (const command of commands) await expect(command(people.tove)).rejects.toMatchObject({ code: "not-approved" });
  expect((await here(responseId)).rows).toHaveLength(3);
});

test("[D2] a row of another hearing, and what is no id, are not there", async () => {
  const { people } = world;
  const { responseId, notice } = await approved();
  const other = await approved();
  await add(other.responseId);
  const [row] = (await here(other.responseId)).rows;
  const form = { op: "record", blockId: notice, outcome: "accepted" };
  const settles = (rowId: string) => outcomes.settle(people.tove, responseId, { ...form, rowId });
  await expect(settles(row!.id)).rejects.toMatchObject({ kind: "not-found" });
  await expect(settles("'; drop table overview")).rejects.toMatchObject({ fields: { rowId: "missing" } });
  const foreign = { ...form, rowId: row!.id, blockId: "ukendt" };
  await expect(outcomes.settle(people.tove, other.responseId, foreign)).rejects.toMatchObject({
    fields: { blockId: "missing" },
  });
});
