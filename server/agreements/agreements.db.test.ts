import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { auditEntry, clause, source, sourceVersion } from "../../db/schema";
import { testDatabase } from "../../tests/world/database";
import { type Town, town } from "../../tests/world/people";
import { createAudit } from "../audit";
import { Refusal } from "../errors";
import { sha256 } from "../sha256";
import { createAgreements } from "./index";
import type { Agreements } from "./shapes";

const TEXT = `# Samarbejdsaftale

## 3 Udskrivning

3.1 Afdelingen varsler kommunen. Det sker tre dage før.

3.2 Der aftales en plan.

Bilag følger.
`;
const NOW = new Date("2026-03-02T09:00:00Z");
const clock = { now: () => NOW };

let world: Awaited<ReturnType<typeof testDatabase>>;
let agreements: Agreements;
let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  world = await testDatabase();
  agreements = createAgreements({ db: world.db, clock, audit: createAudit({ db: world.db, clock }) });
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await town(world.db);
  elsewhere = await town(world.db, "En anden kommune");
});

const head = { title: "Samarbejdsaftale", kind: "agreement", publisher: "Regionen", label: "Udkast" };
const fileOf = (content: BlobPart, name = "aftale.md") => new File([content], name);

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

async function proposed(text = TEXT): Promise<string> {
  return agreements.propose(here.people.tove, form({ ...head, file: fileOf(text) }));
}

async function correct(versionId: string, fields: Record<string, string>) {
  const { revision } = await agreements.proposal(here.people.tove, versionId);
  await agreements.correct(here.people.tove, versionId, form({ revision: String(revision), ...fields }));
}

async function nodeId(versionId: string, number: string): Promise<string> {
  const { nodes } = await agreements.proposal(here.people.tove, versionId);
  return nodes.find((node) => node.number === number)?.id ?? "";
}

async function refused(what: Promise<unknown>): Promise<unknown> {
  const answer = await what.then(() => "no refusal").catch((error: unknown) => error);
  if (!(answer instanceof Refusal)) return answer;
  return Object.keys(answer.fields).length > 0 ? answer.fields : `${answer.kind}: ${answer.code}`;
}

async function eventsOf(versionId: string): Promise<string[]> {
  const entries = await world.db
    .select({ event: auditEntry.event })
    .from(auditEntry)
    .where(eq(auditEntry.objectId, versionId))
    .orderBy(asc(auditEntry.seq));
  return entries.map(({ event }) => event);
}

test("[S2] a file is kept as it came, with the tree it is read as", async () => {
  const versionId = await proposed();
  const page = await agreements.proposal(here.people.lise, versionId);
  expect(page.version).toMatchObject({ number: 1, label: "Udkast", fileName: "aftale.md", sha256: sha256(TEXT) });
  expect(page).toMatchObject({
    revision: 0,
    canUndo: false,
    can: { correct: false },
    counts: { section: 2, clause: 2 },
  });
  expect(page.nodes.map(({ depth, number }) => [depth, number])).toEqual([
    [0, ""],
    [0, "3"],
    [1, "3.1"],
    [1, "3.2"],
  ]);
  const { bytes, fileName } = await agreements.original(here.people.lise, versionId);
  expect([new TextDecoder().decode(bytes), fileName]).toEqual([TEXT, "aftale.md"]);
  expect(await eventsOf(versionId)).toEqual(["source-proposed"]);
});

test("a pasted text is read like a file", async () => {
  const versionId = await agreements.propose(
    here.people.tove,
    form({ ...head, text: "1.1 Der aftales en plan.", file: fileOf("", "") }),
  );
  const { nodes, version } = await agreements.proposal(here.people.tove, versionId);
  expect(nodes.map((node) => node.number)).toEqual(["1.1"]);
  expect(version.fileName).toBe("indsat-tekst.txt");
});

test("[S2] what cannot be read is refused at its field, and nothing is written", async () => {
  const offer = (fields: Record<string, string | File>) =>
    refused(agreements.propose(here.people.tove, form({ ...head, ...fields })));
  expect(await offer({ file: fileOf("%PDF-1.7", "aftale.pdf") })).toEqual({ file: "format-not-read-yet" });
  expect(await offer({ file: fileOf("PK\u0003\u0004", "aftale.txt") })).toEqual({ file: "format-not-read-yet" });
  expect(await offer({ file: fileOf("", "tom.txt") })).toEqual({ file: "empty-file" });
  expect(await offer({ file: fileOf("a\0b") })).toEqual({ file: "not-text" });
  expect(await offer({ file: fileOf(new Uint8Array(20 * 1024 * 1024 + 1)) })).toEqual({ file: "too-large" });
  expect(await offer({})).toEqual({ file: "missing" });
  expect(await offer({ text: " \n " })).toEqual({ file: "missing" });
  expect(await offer({ title: " ", kind: "bog", publisher: "x".repeat(256), text: "Tekst." })).toEqual({
    title: "missing",
    kind: "not-a-choice",
    publisher: "too-long",
  });
  expect(await refused(agreements.propose(here.people.tove, null))).toEqual({ form: expect.any(String) });
  expect(await world.db.select().from(source).where(eq(source.municipalityId, here.id))).toEqual([]);
});

test("only coordinators propose, correct and accept; everyone in the municipality may read", async () => {
  const versionId = await proposed();
  for (const person of [here.people.sune, here.people.lars, here.people.jens, here.people.lise, here.people.adam]) {
    const offers = [
      () => agreements.propose(person, form({ ...head, text: "Tekst." })),
      () => agreements.correct(person, versionId, form({ revision: "0", op: "join", nodeId: "x" })),
      () => agreements.undo(person, versionId, form({ revision: "0" })),
      () => agreements.accept(person, versionId, form({ revision: "0" })),
    ];
    for (const offer of offers) expect(await refused(offer())).toBe("forbidden: coordinators-only");
    expect((await agreements.list(person)).map((summary) => summary.title)).toEqual(["Samarbejdsaftale"]);
  }
});

test("[D2] a source of another municipality is not found, whatever one asks of it", async () => {
  const versionId = await proposed();
  await agreements.accept(here.people.tove, versionId, form({}));
  const stranger = elsewhere.people.tove;
  for (const id of [versionId, newId(), "no-id", ""]) {
    const asked = [
      () => agreements.proposal(stranger, id),
      () => agreements.version(stranger, id),
      () => agreements.original(stranger, id),
      () => agreements.correct(stranger, id, form({ revision: "0", op: "join", nodeId: "x" })),
      () => agreements.undo(stranger, id, form({ revision: "0" })),
      () => agreements.accept(stranger, id, form({})),
    ];
    for (const ask of asked) expect(await refused(ask())).toBe("not-found: not-found");
  }
  expect(await agreements.list(stranger)).toEqual([]);
});

test("[S3] corrections change the tree, raise the revision, and can be taken back one by one", async () => {
  const versionId = await proposed();
  await correct(versionId, { op: "rename", nodeId: await nodeId(versionId, "3.2"), number: "3.2", heading: "Plan" });
  await correct(versionId, { op: "split", nodeId: await nodeId(versionId, "3.1"), at: "30" });
  const page = await agreements.proposal(here.people.tove, versionId);
  expect(page).toMatchObject({ revision: 2, canUndo: true });
  expect(page.nodes.map((node) => node.heading || node.text)).toContain("Det sker tre dage før.");
  await agreements.undo(here.people.tove, versionId, form({ revision: "2" }));
  await agreements.undo(here.people.tove, versionId, form({ revision: "3" }));
  const after = await agreements.proposal(here.people.tove, versionId);
  expect(after).toMatchObject({ revision: 4, canUndo: false });
  expect(after.nodes.map((node) => node.heading)).not.toContain("Plan");
  expect(await refused(agreements.undo(here.people.tove, versionId, form({ revision: "4" })))).toBe(
    "conflict: nothing-to-undo",
  );
  expect(await eventsOf(versionId)).toEqual([
    "source-proposed",
    "proposal-corrected",
    "proposal-corrected",
    "proposal-correction-undone",
    "proposal-correction-undone",
  ]);
});

test("a correction of a tree that has moved on is refused, and of two at once one is made", async () => {
  const versionId = await proposed();
  const id = await nodeId(versionId, "3.2");
  const rename = (heading: string) =>
    agreements.correct(here.people.tove, versionId, form({ revision: "0", op: "rename", nodeId: id, heading }));
  const answers = await Promise.all([refused(rename("Først")), refused(rename("Samtidig"))]);
  expect(answers.sort()).toEqual(["conflict: proposal-moved-on", "no refusal"]);
  expect(await refused(rename("For sent"))).toBe("conflict: proposal-moved-on");
  expect(await refused(agreements.accept(here.people.tove, versionId, form({ revision: "0" })))).toBe(
    "conflict: proposal-moved-on",
  );
  expect((await eventsOf(versionId)).length).toBe(2);
});

test("a correction that cannot be made is refused with its code, and a forged one at its field", async () => {
  const versionId = await proposed();
  const id = await nodeId(versionId, "3.1");
  const offer = (fields: Record<string, string>) =>
    refused(agreements.correct(here.people.tove, versionId, form({ revision: "0", nodeId: id, ...fields })));
  expect(await offer({ op: "join" })).toBe("conflict: nothing-to-join");
  expect(await offer({ op: "split", at: "0" })).toBe("conflict: split-at-the-edge");
  expect(await offer({ op: "move", direction: "up" })).toBe("conflict: nowhere-to-move");
  expect(await offer({ op: "join", nodeId: newId() })).toBe("conflict: no-such-node");
  expect(await offer({ op: "explode" })).toEqual({ op: "not-a-choice" });
  expect(await offer({ op: "retype", kind: "bog" })).toEqual({ kind: "not-a-choice" });
  expect(await offer({ op: "split", at: "-1" })).toEqual({ at: "missing" });
  expect(await offer({ op: "rewrite" })).toEqual({ text: "missing" });
  expect(await offer({ op: "join", revision: "" })).toEqual({ revision: "missing" });
  expect(await agreements.proposal(here.people.tove, versionId)).toMatchObject({ revision: 0, canUndo: false });
});

test("[S1] an accepted tree becomes clauses with the nodes' ids and readable paths", async () => {
  const versionId = await proposed();
  const wanted = await nodeId(versionId, "3.2");
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
  expect(clauses[3]).toMatchObject({ id: wanted, depth: 1, text: "Der aftales en plan.\n\nBilag følger." });
  const [summary] = await agreements.list(here.people.lise);
  expect(summary?.versions).toEqual([
    { id: versionId, number: 1, label: "Udkast", isAccepted: true, clauses: 2, goals: 0, createdAt: NOW },
  ]);
});

test("[S4] accepting twice, or two people at once, makes the clauses once", async () => {
  const versionId = await proposed();
  const accept = () => agreements.accept(here.people.tove, versionId, form({ revision: "0" }));
  await Promise.all([accept(), accept(), accept()]);
  await accept();
  const rows = await world.db
    .select()
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .where(eq(sourceVersion.fileName, "aftale.md"));
  expect(rows.filter((row) => row.source_version.id === versionId)).toHaveLength(4);
  expect(await eventsOf(versionId)).toEqual(["source-proposed", "source-accepted"]);
  expect(await refused(correct(versionId, { op: "join", nodeId: "x" }))).toBe("conflict: already-accepted");
  expect(await refused(agreements.undo(here.people.tove, versionId, form({ revision: "0" })))).toBe(
    "conflict: already-accepted",
  );
  expect(await agreements.proposal(here.people.tove, versionId)).toMatchObject({
    can: { correct: false },
    canUndo: false,
  });
});

test("a tree with nothing to comment on is not accepted, and no row is written", async () => {
  const versionId = await proposed("# Forord\n\n## Velkomst\n\nTekst.");
  for (const node of (await agreements.proposal(here.people.tove, versionId)).nodes) {
    if (node.kind === "clause") await correct(versionId, { op: "retype", nodeId: node.id, kind: "text" });
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
  expect(await eventsOf(versionId)).not.toContain("source-accepted");
});

test("[U2] a command whose audit entry cannot be written leaves nothing behind", async () => {
  const versionId = await proposed();
  const record = () => Promise.reject(new Error("no more paper"));
  const broken = createAgreements({ db: world.db, clock, audit: { record } });
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
