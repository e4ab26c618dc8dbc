import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type SourceId, type SourceVersionId } from "../../db/ids";
import { sourceVersion } from "../../db/schema";
import { testDatabase } from "../../tests/world/database";
import { type Town, town } from "../../tests/world/people";
import { createAudit } from "../audit";
import { createLog } from "../log";
import { createAgreements } from "./index";

const clock = { now: () => new Date("2026-09-16T09:00:00Z") };
const paper = { title: "Fælles mål", kind: "goal-paper", publisher: "KKR Øst", text: "# Mål\n\nEn ny tekst." };

const log = createLog("silent");

let database: Awaited<ReturnType<typeof testDatabase>>;
let home: Town;
let agreements: ReturnType<typeof createAgreements>;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  home = await town(db);
  agreements = createAgreements({ db, clock, log, audit: createAudit({ db, clock }) });
});
afterAll(() => database.close());

test("a paper brought as the next version of a source is counted on, also when two bring one at once", async () => {
  const first = await agreements.propose(home.people.tove, { ...paper, label: "Udkast" });
  const sourceId = await sourceOf(first);
  const bring = (label: string) => agreements.propose(home.people.tove, { ...paper, label, sourceId });
  await Promise.all([bring("Revideret"), bring("Endelig")]);
  const [source, ...others] = await agreements.list(home.people.tove);
  expect(others).toEqual([]);
  expect(source?.versions.map((version) => version.number).sort()).toEqual([1, 2, 3]);
});

test("[D2] a source of another municipality, or none at all, is not found and nothing is written", async () => {
  const elsewhere = await town(database.db, "Anden Kommune");
  const own = await agreements.propose(home.people.tove, { ...paper, label: "Udkast" });
  for (const sourceId of [await sourceOf(own), newId<SourceId>(), "x"]) {
    const foreign = agreements.propose(elsewhere.people.tove, { ...paper, label: "Ny", sourceId });
    await expect(foreign).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await agreements.list(elsewhere.people.tove)).toEqual([]);
});

test("[S40] a next version begins with the tree of one that is accepted, under new ids, and keeps its words as its paper", async () => {
  const { tove } = home.people;
  const text = "# Mål\n\n1.1 Kommunerne laver en fælles plan.\n\n1.2 Kommunerne samler eksempler.";
  const first = await agreements.propose(tove, { ...paper, text, label: "2026" });
  const sourceId = await sourceOf(first);
  const fields = { ...paper, text: "", label: "2027", sourceId, fromVersionId: first };
  await expect(agreements.propose(tove, fields)).rejects.toMatchObject({ kind: "not-found" });
  await agreements.accept(tove, first, {});

  const next = await agreements.propose(tove, fields);
  const [{ clauses: before }, after] = [await agreements.version(tove, first), await agreements.proposal(tove, next)];
  const wordsOf = ({
    kind,
    number,
    heading,
    text: words,
    depth,
  }: (typeof after.nodes)[number] | (typeof before)[number]) => [kind, number, heading, words, depth];
  expect(before.length).toBeGreaterThan(1);
  expect(after.nodes.map(wordsOf)).toEqual(before.map(wordsOf));
  const known = new Set<string>(before.map(({ id }) => id));
  expect(after.nodes.filter(({ id }) => known.has(id))).toEqual([]);
  expect(after.version).toMatchObject({ number: 2, label: "2027", fileName: "udgave-1.txt" });
  const { bytes } = await agreements.original(tove, next);
  expect(new TextDecoder().decode(bytes)).toContain("Kommunerne samler eksempler.");

  const [added] = (
    await agreements.correct(tove, next, {
      op: "add",
      revision: 0,
      nodeId: after.nodes.at(-1)!.id,
      text: "[Nyt punkt]",
    })
  ).made;
  await agreements.correct(tove, next, {
    op: "rewrite",
    revision: 1,
    nodeId: added,
    text: "Kommunerne måler hvert år.",
  });
  await agreements.accept(tove, next, {});
  expect((await agreements.version(tove, next)).clauses.at(-1)).toMatchObject({ text: "Kommunerne måler hvert år." });

  const other = await agreements.propose(tove, { ...paper, label: "En anden" });
  const elsewhere = await town(database.db, "Tredje Kommune");
  const foreign = await agreements.propose(elsewhere.people.tove, { ...paper, label: "Egen" });
  const ours = { ...fields, sourceId: await sourceOf(other) };
  await expect(agreements.propose(tove, ours)).rejects.toMatchObject({ kind: "not-found" });
  const theirs = { ...fields, sourceId: await sourceOf(foreign) };
  await expect(agreements.propose(elsewhere.people.tove, theirs)).rejects.toMatchObject({ kind: "not-found" });
  await expect(agreements.propose(home.people.sune, fields)).rejects.toMatchObject({ code: "coordinators-only" });
});

async function sourceOf(versionId: SourceVersionId): Promise<SourceId> {
  const { db } = database;
  const [row] = await db
    .select({ id: sourceVersion.sourceId })
    .from(sourceVersion)
    .where(eq(sourceVersion.id, versionId));
  if (!row) throw new Error("no such version");
  return row.id;
}
