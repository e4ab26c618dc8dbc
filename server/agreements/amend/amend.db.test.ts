import { and, asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ClauseId, newId } from "../../../db/ids";
import { clause, clauseCorrection, sourceVersion } from "../../../db/schema";
import { eventsOf, refused } from "../../../tests/world/agreements";
import { testDatabase } from "../../../tests/world/database";
import { type Town, town } from "../../../tests/world/people";
import { acceptedSource } from "../../../tests/world/source";
import { createAudit } from "../../audit";
import type { Viewer } from "../../identity/viewer";
import { createLog } from "../../log";
import { sha256 } from "../../sha256";
import { createAgreements } from "../index";
import type { Agreements } from "../shapes";

const NOW = new Date("2026-03-02T09:00:00Z");
const clock = { now: () => NOW };
const log = createLog("silent");

let world: Awaited<ReturnType<typeof testDatabase>>;
let agreements: Agreements;
let here: Town;
/** Two sections, Indlæggelse with Besked and Kontakt, Udskrivning with Varsling and Plan. */
let paper: Awaited<ReturnType<typeof acceptedSource>>;

beforeAll(async () => {
  world = await testDatabase();
  agreements = createAgreements({ db: world.db, clock, log, audit: createAudit({ db: world.db, clock }) });
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await town(world.db);
  paper = await acceptedSource(world.db, here);
});

/** On the minor that stands, unless another is named. */
async function amend(fields: Record<string, unknown>, by: Viewer = here.people.tove) {
  const { revision } = await agreements.amending(by, paper.versionId);
  return agreements.amend(by, paper.versionId, { revision, ...fields });
}

async function undo() {
  const { revision } = await agreements.amending(here.people.tove, paper.versionId);
  await agreements.undoAmendment(here.people.tove, paper.versionId, { revision });
}

/** Every living row as the table has it. */
function living() {
  return world.db
    .select()
    .from(clause)
    .where(and(eq(clause.versionId, paper.versionId), isNull(clause.joinedIntoId)))
    .orderBy(asc(clause.position));
}

async function headings(): Promise<string[]> {
  const { clauses } = await agreements.version(here.people.lise, paper.versionId);
  return clauses.map(({ depth, heading, text }) => `${"-".repeat(depth)}${heading || text}`);
}

test("[S18] [S20] a correction of an accepted version is its next minor, logged, recorded, and with every id", async () => {
  const before = await living();
  await amend({ op: "rename", nodeId: paper.called("Plan"), number: "2.3", heading: "Udskrivningsplan" });
  const { version, clauses } = await agreements.version(here.people.lise, paper.versionId);
  expect(version).toMatchObject({ number: 1, minor: 1 });
  expect(clauses.at(-1)).toMatchObject({ id: paper.called("Plan"), number: "2.3", heading: "Udskrivningsplan" });
  expect((await living()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect((await living()).at(-1)?.contentHash).toBe(sha256("Udskrivningsplan\nDer aftales en plan."));
  expect(await agreements.corrections(here.people.lise, paper.versionId)).toEqual([
    { minor: 1, op: "rename", undone: null, by: "Tove Tovholder", at: NOW },
  ]);
  expect(await eventsOf(world.db, paper.versionId)).toEqual(["source-corrected"]);
});

test("[S18] a split makes one clause; a joined one keeps its row and is listed nowhere", async () => {
  const { made } = await amend({ op: "split", nodeId: paper.called("Varsling"), at: 10 });
  expect(await headings()).toEqual([
    "Indlæggelse",
    "-Besked",
    "-Kontakt",
    "Udskrivning",
    "-Varsling",
    "-varsles tre dage før.",
    "-Plan",
  ]);
  expect(made).toHaveLength(1);
  await amend({ op: "join", nodeId: paper.called("Kontakt") });
  expect(await headings()).not.toContain("-Kontakt");
  const [row] = await world.db
    .select()
    .from(clause)
    .where(eq(clause.id, paper.called("Kontakt")));
  expect(row).toMatchObject({ joinedIntoId: paper.called("Besked"), text: "Kommunen har en kontaktperson." });
  const [source] = await agreements.list(here.people.lise);
  expect(source?.versions).toMatchObject([{ minor: 2, clauses: 4 }]);
});

test("[S20] corrections are taken back one by one, each a minor of its own, until the rows are what they were", async () => {
  const before = await living();
  const besked = paper.called("Besked");
  await amend({ op: "split", nodeId: paper.called("Varsling"), at: 10 });
  await amend({ op: "move", nodeId: paper.called("Udskrivning"), direction: "up" });
  await amend({ op: "join", nodeId: paper.called("Kontakt") });
  await amend({ op: "place", nodeId: besked, parentId: paper.called("Udskrivning"), index: 1 });
  expect(await headings()).toEqual([
    "Udskrivning",
    "-Varsling",
    "-Besked",
    "-varsles tre dage før.",
    "-Plan",
    "Indlæggelse",
  ]);
  for (let step = 0; step < 4; step += 1) await undo();
  expect(await living()).toEqual(before);
  await expect(undo()).rejects.toMatchObject({ code: "nothing-to-undo" });
  const log = await agreements.corrections(here.people.tove, paper.versionId);
  expect(log.map(({ minor, op, undone }) => [minor, op ?? undone])).toEqual([
    [8, 1],
    [7, 2],
    [6, 3],
    [5, 4],
    [4, "place"],
    [3, "join"],
    [2, "move"],
    [1, "split"],
  ]);
  expect(await eventsOf(world.db, paper.versionId)).toEqual([
    ...Array(4).fill("source-corrected"),
    ...Array(4).fill("source-correction-undone"),
  ]);
});

test("[S18] one correction of several clauses is one minor", async () => {
  const [plan, varsling] = [paper.called("Plan"), paper.called("Varsling")];
  await amend({ op: "retype", nodeId: [varsling, plan], kind: "goal" });
  const page = await agreements.amending(here.people.tove, paper.versionId);
  expect(page).toMatchObject({ revision: 1, canUndo: true, counts: { clause: 2, goal: 2 } });
});

test("[S20] a correction names the minor it was made on, and of two at once one is made", async () => {
  const rename = (heading: string) =>
    refused(
      agreements.amend(here.people.tove, paper.versionId, {
        revision: 0,
        op: "rename",
        nodeId: paper.called("Plan"),
        heading,
      }),
    );
  const answers = await Promise.all([rename("Først"), rename("Samtidig"), rename("Tredje")]);
  expect(answers.sort()).toEqual(["conflict: proposal-moved-on", "conflict: proposal-moved-on", "no refusal"]);
  expect(await rename("For sent")).toBe("conflict: proposal-moved-on");
  expect(
    await world.db.select().from(clauseCorrection).where(eq(clauseCorrection.versionId, paper.versionId)),
  ).toHaveLength(1);
});

test("[S20] what changes nothing is no correction", async () => {
  await amend({ op: "rename", nodeId: paper.called("Plan"), heading: "Plan" });
  expect(await agreements.amending(here.people.tove, paper.versionId)).toMatchObject({ revision: 0, canUndo: false });
  expect(await eventsOf(world.db, paper.versionId)).toEqual([]);
});

test("[D3] only coordinators correct what is accepted; the others of the municipality see it", async () => {
  const { tove: _, ...others } = here.people;
  for (const person of Object.values(others)) {
    const fields = { op: "join", nodeId: paper.called("Kontakt"), revision: 0 };
    expect(await refused(agreements.amend(person, paper.versionId, fields))).toBe("forbidden: coordinators-only");
    expect(await refused(agreements.undoAmendment(person, paper.versionId, { revision: 0 }))).toBe(
      "forbidden: coordinators-only",
    );
    expect((await agreements.amending(person, paper.versionId)).can).toEqual({ correct: false });
  }
});

test("[D2] an accepted version of another municipality is not found, whatever one asks of it", async () => {
  const stranger = (await town(world.db, "En anden kommune")).people.tove;
  for (const id of [paper.versionId, newId(), "no-id"]) {
    const asked = [
      () => agreements.amending(stranger, id),
      () => agreements.corrections(stranger, id),
      () => agreements.amend(stranger, id, { op: "join", nodeId: paper.called("Kontakt"), revision: 0 }),
      () => agreements.undoAmendment(stranger, id, { revision: 0 }),
    ];
    for (const ask of asked) expect(await refused(ask())).toBe("not-found: not-found");
  }
});

test("[S4] a proposal is corrected as a proposal, an accepted version as what it is", async () => {
  const fields = { title: "Ny", kind: "agreement", publisher: "R", label: "U", text: "1.1 Der aftales en plan." };
  const proposed = await agreements.propose(here.people.tove, fields);
  expect(await refused(agreements.amending(here.people.tove, proposed))).toBe("conflict: not-accepted-yet");
  const join = { op: "join", nodeId: paper.called("Kontakt"), revision: 0 };
  expect(await refused(agreements.amend(here.people.tove, proposed, join))).toBe("conflict: not-accepted-yet");
  expect(await refused(agreements.correct(here.people.tove, paper.versionId, join))).toBe("conflict: already-accepted");
});

test("what cannot be corrected is refused with its code and leaves no minor", async () => {
  const offer = (fields: Record<string, unknown>) => refused(amend(fields));
  const besked = paper.called("Besked");
  expect(await offer({ op: "join", nodeId: besked })).toBe("conflict: nothing-to-join");
  expect(await offer({ op: "split", nodeId: besked, at: 0 })).toBe("conflict: split-at-the-edge");
  expect(await offer({ op: "place", nodeId: besked, parentId: newId(), index: 0 })).toBe("conflict: no-such-node");
  expect(await offer({ op: "place", nodeId: besked, parentId: 3, index: 0 })).toEqual({ parentId: "missing" });
  const all = ["Besked", "Kontakt", "Varsling", "Plan"].map((heading) => paper.called(heading));
  expect(await offer({ op: "retype", nodeId: all, kind: "text" })).toBe("conflict: nothing-to-comment-on");
  expect(await agreements.amending(here.people.tove, paper.versionId)).toMatchObject({ revision: 0 });
});

test("[U2] a correction whose audit entry cannot be written leaves nothing behind", async () => {
  const record = () => Promise.reject(new Error("no more paper"));
  const broken = createAgreements({ db: world.db, clock, log, audit: { record } });
  const before = await living();
  const fields = { op: "split", nodeId: paper.called("Varsling"), at: 10, revision: 0 };
  await expect(broken.amend(here.people.tove, paper.versionId, fields)).rejects.toThrow("no more paper");
  expect(await living()).toEqual(before);
  const [version] = await world.db.select().from(sourceVersion).where(eq(sourceVersion.id, paper.versionId));
  expect(version?.minor).toBe(0);
});

test("[S20] the longest paper is corrected at its beginning, and back, in a moment", async () => {
  const long = await acceptedSource(world.db, here, [
    ["section", "Kapitel", "", Array.from({ length: 2000 }, (_, index) => ["clause", `Punkt ${index}`, "To ord."])],
  ]);
  paper = long;
  const begun = performance.now();
  await amend({ op: "split", nodeId: long.called("Punkt 0"), at: 3 });
  await undo();
  expect(performance.now() - begun).toBeLessThan(6000);
  expect((await living()).map(({ position }) => position)).toEqual(Array.from({ length: 2001 }, (_, index) => index));
  const [first] = await living();
  expect(first?.id satisfies ClauseId | undefined).toBe(long.called("Kapitel"));
});
