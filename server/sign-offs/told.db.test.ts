import { afterAll, beforeAll, expect, test } from "vitest";
import type { Transaction } from "../../db/client";
import { type HearingWorld, hearingWorld, writes } from "../../tests/world/hearing";
import { adds, changes, removes, signOffsOf, twoParts } from "../../tests/world/sign-offs";
import { createConsultations } from "../consultations";
import type { Viewer } from "../identity/viewer";
import { createSignOffs } from "./index";
import type { SignOffs } from "./shapes";

let world: HearingWorld;
let signOffs: SignOffs;
beforeAll(async () => {
  world = await hearingWorld();
  signOffs = signOffsOf(world);
});
afterAll(() => world.close());

type Text = Awaited<ReturnType<typeof twoParts>>;

const page = (viewer: Viewer, { responseId }: Text) => signOffs.page(viewer, responseId, world.centers.social);

async function signs(viewer: Viewer, text: Text) {
  const { sha256, standing } = await page(viewer, text);
  const form = { sha256, after: standing.decision?.id ?? "" };
  await signOffs.sign(viewer, text.responseId, world.centers.social, form);
}

test("[A27] whoever wrote in a part that is sent back is told, and the coordinator; where nobody has, all of the center", async () => {
  const { people, centers, sql } = world;
  const text = await twoParts(world);
  const told = () =>
    sql`select user_id as id, about from notice where kind = 'part-returned' and response_id = ${text.responseId}`;
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  await signOffs.giveBack(people.lars, text.responseId, centers.social, { reason: "Tallet mangler" });
  const rows = await told();
  expect(rows.map(({ id }) => id).sort()).toEqual([people.sune.id, people.tove.id].sort());
  expect(rows[0]?.["about"]).toEqual({ centerId: centers.social });
  expect(await page(people.sune, text)).toMatchObject({
    standing: { state: "returned", decision: { by: "Lars Leder", reason: "Tallet mangler" } },
  });
  await signs(people.lars, text);
  expect(await page(people.lars, text)).toMatchObject({ standing: { state: "signed" } });
});

test("[A28] who has signed off is told once of each lapse", async () => {
  const { people, sql } = world;
  const text = await twoParts(world);
  const told = async () =>
    (
      await sql`select user_id as id from notice where kind = 'sign-off-lapsed' and response_id = ${text.responseId}`
    ).map(({ id }) => id);
  const look = () => signOffs.tellLapses({ documentId: text.documentId });
  await signs(people.lars, text);
  await look();
  expect(await told()).toEqual([]);
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  await Promise.all([look(), look()]);
  await changes(world, people.sune, text.documentId, adds(text.ours, " Nu."));
  await look();
  expect(await told()).toEqual([people.lars.id]);
  await changes(world, people.sune, text.documentId, removes(text.ours, " Altid. Nu.".length));
  await look();
  await changes(world, people.sune, text.documentId, adds(text.ours, "!"));
  await look();
  expect(await told()).toEqual([people.lars.id, people.lars.id]);
});

test("[A28] [J1] where somebody has signed, a look is taken a little after the writing, once; else never", async () => {
  const { people, sql } = world;
  const text = await twoParts(world);
  const waiting = () => sql`select key from graphile_worker.jobs where key = ${`lapses-${text.documentId}`}`;
  await signOffs.watch({ documentId: text.documentId });
  expect(await waiting()).toHaveLength(0);
  await signs(people.lars, text);
  await signOffs.watch({ documentId: text.documentId });
  await signOffs.watch({ documentId: text.documentId });
  expect(await waiting()).toHaveLength(1);
  await signOffs.watch({ documentId: "none" });
});

test("[A28] a sign-off that lapses by what is given, taken back, decided or moved alone is looked at, too", async () => {
  const { people, centers, sql, called, db } = world;
  const text = await twoParts(world);
  const waiting = async () => {
    const rows =
      await sql`delete from graphile_worker._private_jobs where key = ${`lapses-${text.documentId}`} returning key`;
    return rows.length;
  };
  const onPartsChanged = (tx: Transaction, documentId: string) => signOffs.watch({ documentId }, tx);
  const consultations = createConsultations({ ...world, onPartsChanged });
  const about = { clauseId: called("Besked"), centerId: centers.social };
  await consultations.unassign(people.tove, text.id, about);
  expect(await waiting()).toBe(0);
  await consultations.assign(people.tove, text.id, { ...about, deadline: "2026-03-12" });
  await signs(people.lars, text);
  await consultations.unassign(people.tove, text.id, about);
  expect(await waiting()).toBe(1);
  await signOffs.tellLapses({ documentId: text.documentId });
  const told = await sql`select user_id as id from notice
    where kind = 'sign-off-lapsed' and response_id = ${text.responseId}`;
  expect(told).toEqual([{ id: people.lars.id }]);
  await consultations.assign(people.tove, text.id, { ...about, deadline: "2026-03-12" });
  expect(await waiting()).toBe(1);
  await db.transaction((tx) => signOffs.watchSource(tx, world.versionId));
  expect(await waiting()).toBe(1);
});

test("[A29] a page that stands open hears when its part was written in or decided on, and reads nothing until then", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  const asks = (stamp: string | null) => signOffs.news(people.lars, text.responseId, centers.social, stamp);
  const { sha256 } = await page(people.lars, text);
  const first = await asks(null);
  expect(first.now).toEqual({ sha256, decision: null });
  expect(await asks(first.stamp)).toEqual({ stamp: first.stamp, now: null });
  await changes(world, people.elsa, text.documentId, adds(text.theirs, " I god tid."));
  expect((await asks(first.stamp)).now).toEqual({ sha256, decision: null });
  await signs(people.lars, text);
  const { standing } = await page(people.lars, text);
  expect((await asks(first.stamp)).now).toEqual({ sha256, decision: standing.decision?.id });
  await expect(signOffs.news(people.rita, text.responseId, centers.social, null)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("[A30] the desk hears of sign-offs, lapses, returns and sections without the text being read for it", async () => {
  const { people, centers } = world;
  const text = await twoParts(world);
  const blind = createSignOffs({
    ...world,
    documents: { ...world.documents, load: () => Promise.reject(new Error("Expected no text to be read.")) },
  });
  const desk = async (viewer: Viewer) => blind.atDesk(viewer, text.responseId);
  const states = async () =>
    Object.fromEntries((await desk(people.sune)).parts.map(({ center, state }) => [center.shortName, state]));
  expect(await states()).toEqual({ Social: "none", Ældre: "none" });
  await signs(people.lars, text);
  expect(await states()).toEqual({ Social: "signed", Ældre: "none" });
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  await signOffs.tellLapses({ documentId: text.documentId });
  expect(await states()).toMatchObject({ Social: "lapsed" });
  const { standing } = await page(people.lars, text);
  const back = { reason: "Tallet mangler", after: standing.decision?.id };
  await signOffs.giveBack(people.lars, text.responseId, centers.social, back);
  expect(await states()).toMatchObject({ Social: "returned" });
  const blockId = await writes(world, people.tove, text.documentId, "Om besked", [], { kind: "heading" });
  await signOffs.giveSection(people.tove, text.responseId, { blockId, centerId: centers.elderly });
  expect((await desk(people.sune)).sections).toEqual({ [blockId]: centers.elderly });
  expect([(await desk(people.tove)).can, (await desk(people.sune)).can]).toEqual([
    { giveSections: true },
    { giveSections: false },
  ]);
  await expect(desk(people.rita)).rejects.toMatchObject({ code: "not-found" });
});

test("[H8] a manager finds on their desk the parts with text that wait for them, and no others", async () => {
  const { people, centers, consultations, projections } = world;
  const text = await twoParts(world);
  const waits = async (viewer: Viewer) => {
    await projections.refreshNow(text.documentId);
    const tasks = await consultations.desk(viewer);
    return tasks
      .filter((task) => task.consultation.id === text.id && task.reason === "sign-off")
      .map(({ centerId }) => centerId);
  };
  expect(await waits(people.lars)).toEqual([centers.social]);
  expect(await waits(people.ulla)).toEqual([]);
  expect(await waits(people.dorte)).toEqual([]);
  await signs(people.lars, text);
  expect(await waits(people.lars)).toEqual([]);
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  await signOffs.tellLapses({ documentId: text.documentId });
  expect(await waits(people.lars)).toEqual([centers.social]);
  const { standing } = await page(people.lars, text);
  const back = { reason: "Tallet mangler", after: standing.decision?.id };
  await signOffs.giveBack(people.lars, text.responseId, centers.social, back);
  expect(await waits(people.lars)).toEqual([]);
  await changes(world, people.sune, text.documentId, adds(text.ours, " Der er 12."));
  expect(await waits(people.lars)).toEqual([centers.social]);
});

test("[A29] what has changed since one last looked is marked, for each person, until they have looked and left", async () => {
  const { people, clock, centers } = world;
  const text = await twoParts(world);
  const sees = async (viewer: Viewer) => {
    const { sha256, news } = await page(viewer, text);
    await signOffs.see(viewer, text.responseId, centers.social, { sha256 });
    return news?.changes.map(({ kind, id }) => [kind, id]) ?? null;
  };
  const began = clock.at;
  const minutes = (past: number) => {
    clock.at = new Date(clock.at.getTime() + past * 60_000);
  };
  expect(await sees(people.lars)).toBe(null);
  // They still read it for the first time: nothing is "unchanged since they last looked".
  expect((await page(people.lars, text)).news).toMatchObject({ isFirst: true, changes: [] });
  minutes(60);
  await changes(world, people.sune, text.documentId, adds(text.ours, " Altid."));
  expect((await page(people.lars, text)).news).toMatchObject({ isFirst: false });
  expect(await sees(people.lars)).toEqual([["changed", text.ours]]);
  // A reload is the same visit; the next day is another.
  minutes(5);
  expect(await sees(people.lars)).toEqual([["changed", text.ours]]);
  minutes(31);
  expect(await sees(people.lars)).toEqual([]);
  expect(await sees(people.dorte)).toBe(null);
  // What stood there when the page was made is not what stands there now: that has not been seen.
  await signOffs.see(people.dorte, text.responseId, centers.social, { sha256: "0".repeat(64) });
  clock.at = began;
});
