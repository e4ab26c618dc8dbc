import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clause, sourceVersion } from "../../db/schema";
import {
  agreementsOf,
  clock,
  correct,
  eventsOf,
  form,
  head,
  log,
  NOW,
  nodeId,
  propose,
  refused,
} from "../../tests/world/agreements";
import { testDatabase } from "../../tests/world/database";
import { type Town, town } from "../../tests/world/people";
import { createAgreements } from "./index";
import type { Agreements } from "./shapes";

let world: Awaited<ReturnType<typeof testDatabase>>;
let agreements: Agreements;
let here: Town;

beforeAll(async () => {
  world = await testDatabase();
  agreements = agreementsOf(world.db);
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await town(world.db);
});

test("[S1] an accepted tree becomes clauses with the nodes' ids and readable paths", async () => {
  const versionId = await propose(agreements, here);
  const wanted = await nodeId(agreements, here, versionId, "3.2");
  expect(await refused(agreements.version(here.people.lise, versionId))).toBe("conflict: not-accepted-yet");
  await agreements.accept(here.people.tove, versionId, form({ revision: "0" }));
  const { version, clauses } = await agreements.version(here.people.lise, versionId);
  expect(version.acceptedAt).toEqual(NOW);
  expect(clauses.map(({ kind, path }) => [kind, path])).toEqual([
    ["section", "Samarbejdsaftale"],
    ["section", "3 Udskrivning"],
    ["clause", "3 Udskrivning › 3.1"],
    ["clause", "3 Udskrivning › 3.2"],
  ]);
  expect(clauses[3]).toMatchObject({ id: wanted, depth: 1, text: "Der aftales en plan.\n\nBilag følger.", page: null });
  const [summary] = await agreements.list(here.people.lise);
  expect(summary?.versions).toMatchObject([
    { id: versionId, number: 1, minor: 0, label: "Udkast", isAccepted: true, clauses: 2, goals: 0, createdAt: NOW },
  ]);
});

test("a clause of a paper with pages knows its page", async () => {
  const versionId = await propose(
    agreements,
    here,
    "1 Formål\n\n1.1 Der aftales en plan.\n\f2 Møder\n\n2.1 Der mødes hver måned.",
  );
  await agreements.accept(here.people.tove, versionId, form({ revision: "0" }));
  const { clauses } = await agreements.version(here.people.lise, versionId);
  expect(clauses.map(({ number, page }) => [number, page])).toEqual([
    ["1", 1],
    ["1.1", 1],
    ["2", 2],
    ["2.1", 2],
  ]);
});

test("[S4] accepting twice, or two people at once, makes the clauses once", async () => {
  const versionId = await propose(agreements, here);
  const accept = () => agreements.accept(here.people.tove, versionId, form({ revision: "0" }));
  await Promise.all([accept(), accept(), accept()]);
  await accept();
  const rows = await world.db
    .select()
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .where(eq(sourceVersion.fileName, "aftale.md"));
  expect(rows.filter((row) => row.source_version.id === versionId)).toHaveLength(4);
  expect(await eventsOf(world.db, versionId)).toEqual(["source-proposed", "source-accepted"]);
  expect(await refused(correct(agreements, here, versionId, { op: "join", nodeId: "x" }))).toBe(
    "conflict: already-accepted",
  );
  expect(await refused(agreements.undo(here.people.tove, versionId, form({ revision: "0" })))).toBe(
    "conflict: already-accepted",
  );
  expect(await agreements.proposal(here.people.tove, versionId)).toMatchObject({
    can: { correct: false },
    canUndo: false,
  });
});

test("a tree with nothing to comment on is not accepted, and no row is written", async () => {
  const versionId = await propose(agreements, here, "# Forord\n\n## Velkomst\n\nTekst.");
  for (const node of (await agreements.proposal(here.people.tove, versionId)).nodes) {
    if (node.kind === "clause")
      await correct(agreements, here, versionId, { op: "retype", nodeId: node.id, kind: "text" });
  }
  expect(await refused(agreements.accept(here.people.tove, versionId, form({})))).toBe(
    "conflict: nothing-to-comment-on",
  );
  const [row] = await world.db
    .select()
    .from(sourceVersion)
    .where(eq(sourceVersion.fileName, "aftale.md"))
    .orderBy(asc(sourceVersion.createdAt));
  expect(row).toBeDefined();
  expect((await agreements.proposal(here.people.tove, versionId)).version.acceptedAt).toBeNull();
  expect(await eventsOf(world.db, versionId)).not.toContain("source-accepted");
});

test("[U2] a command whose audit entry cannot be written leaves nothing behind", async () => {
  const versionId = await propose(agreements, here);
  const record = () => Promise.reject(new Error("no more paper"));
  const broken = createAgreements({ db: world.db, clock, log, audit: { record } });
  await expect(broken.propose(here.people.tove, form({ ...head, text: "1.1 Tekst." }))).rejects.toThrow(
    "no more paper",
  );
  await expect(broken.accept(here.people.tove, versionId, form({}))).rejects.toThrow("no more paper");
  expect((await agreements.list(here.people.tove)).flatMap((one) => one.versions)).toMatchObject([
    { id: versionId, isAccepted: false },
  ]);
  const rows = await world.db.select().from(clause);
  expect(rows.filter((row) => String(row.versionId) === versionId)).toEqual([]);
});
