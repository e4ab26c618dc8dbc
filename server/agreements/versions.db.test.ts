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

async function sourceOf(versionId: SourceVersionId): Promise<SourceId> {
  const { db } = database;
  const [row] = await db
    .select({ id: sourceVersion.sourceId })
    .from(sourceVersion)
    .where(eq(sourceVersion.id, versionId));
  if (!row) throw new Error("no such version");
  return row.id;
}
