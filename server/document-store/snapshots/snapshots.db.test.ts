import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { connect } from "../../../db/client";
import { type DocumentId, newId, type UserId } from "../../../db/ids";
import { document, documentSnapshot, documentUpdate } from "../../../db/schema";
import { documentWith, plainText, storeOn, updateOf, writeParagraph } from "../../../tests/sync/document";
import { testDatabase } from "../../../tests/world/database";
import { createJobs } from "../../jobs";
import { createLog } from "../../log";
import { replay } from "../replay";
import { createSnapshots, type Snapshots } from "./index";
import { makeSnapshot } from "./make";

let world: Awaited<ReturnType<typeof testDatabase>>;
const made: Snapshots[] = [];
const log = { debug: vi.fn(), error: vi.fn() };

beforeAll(async () => {
  world = await testDatabase();
});
afterEach(async () => {
  for (const one of made.splice(0)) await one.stop();
  vi.clearAllMocks();
});
afterAll(() => world?.close());

function snapshotsWith(options: { script?: URL; limit?: number } = {}): Snapshots {
  const jobs = createJobs({ databaseUrl: world.url, log: createLog("silent") });
  const snapshots = createSnapshots({ db: world.db, databaseUrl: world.url, jobs, log, ...options });
  made.push(snapshots);
  return snapshots;
}

/** A thread that does this when it is asked for a snapshot. */
function threadThat(does: string): URL {
  const code = `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { ${does} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

function pending(payload: Uint8Array) {
  return { payload, origin: "client" as const, userId: newId<UserId>(), sessionId: newId(), claim: null };
}

/** So many updates, a paragraph each, by a client of their own. */
async function typed(id: DocumentId, count: number): Promise<Uint8Array[]> {
  const doc = new Y.Doc();
  const name = doc.clientID;
  return Array.from({ length: count }, (_, index) => {
    return updateOf(doc, () => writeParagraph(doc, `p-${name}-${index}-${id.slice(0, 4)}`, `Afsnit ${index}`));
  });
}

async function append(store: ReturnType<typeof storeOn>, id: DocumentId, payloads: Uint8Array[]) {
  return store.append(new Map([[id, { epoch: 1, updates: payloads.map(pending) }]]));
}

async function wholeLog(id: DocumentId) {
  const rows = await world.db
    .select()
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, id))
    .orderBy(asc(documentUpdate.seq));
  return rows.map(({ payload }) => payload);
}

async function snapshotsOf(id: DocumentId) {
  const rows = await world.db.select().from(documentSnapshot).where(eq(documentSnapshot.documentId, id));
  return rows.sort((a, b) => a.seq - b.seq);
}

async function rowOf(id: DocumentId) {
  const [row] = await world.db.select().from(document).where(eq(document.id, id));
  return row;
}

test("[I10] [I3] a tail of more than 500 rows becomes a verified snapshot, and the document loads from it and the rest", async () => {
  const snapshots = snapshotsWith();
  const store = storeOn(world, "test", { snapshots });
  const { id } = await documentWith(world.db, store);
  const updates = await typed(id, 520);
  await append(store, id, updates.slice(0, 499));
  expect(await snapshotsOf(id)).toEqual([]);
  await append(store, id, updates.slice(499, 510));
  await snapshots.idle();
  await append(store, id, updates.slice(510));
  expect(await snapshotsOf(id)).toMatchObject([{ seq: 511, verified: true, epoch: 1 }]);
  const tailBytes = updates.slice(510).reduce((total, { byteLength }) => total + byteLength, 0);
  expect(await rowOf(id)).toMatchObject({ headSeq: 521, snapshotSeq: 511, tailBytes });
  const loaded = await store.load(id);
  expect(loaded?.updates).toHaveLength(11);
  expect(loaded && plainText(loaded.doc)).toBe(plainText(replay(await wholeLog(id))));
  expect(log.error).not.toHaveBeenCalled();
});

test("[I10] a tail of more than 256 KiB becomes a snapshot, a shorter one does not", async () => {
  const snapshots = snapshotsWith();
  const store = storeOn(world, "test", { snapshots });
  const { id } = await documentWith(world.db, store);
  const doc = new Y.Doc();
  const large = () => updateOf(doc, () => writeParagraph(doc, `p-${newId()}`, "x".repeat(60_000)));
  await append(store, id, [large(), large(), large(), large()]);
  await snapshots.idle();
  expect(await snapshotsOf(id)).toEqual([]);
  await append(store, id, [large()]);
  await snapshots.idle();
  expect(await snapshotsOf(id)).toMatchObject([{ seq: 6 }]);
  expect(await rowOf(id)).toMatchObject({ snapshotSeq: 6, tailBytes: 0 });
});

test("[I10] [I3] snapshots made by two nodes while both append say what the log says, and no byte is counted wrong", async () => {
  const far = connect(world.url, { max: 5 });
  const nodes = [storeOn(world, "near"), storeOn({ db: far.db, url: world.url }, "far")];
  const { id } = await documentWith(world.db, nodes[0] ?? storeOn(world));
  const streams = [await typed(id, 900), await typed(id, 900)];
  const writing = nodes.map(async (store, node) => {
    for (let from = 0; from < 900; from += 20) await append(store, id, streams[node]?.slice(from, from + 20) ?? []);
  });
  const making = [world.db, far.db].map(async (db) => {
    for (let turn = 0; turn < 6; turn++) await makeSnapshot(db, id, turn % 2 === 1);
  });
  await Promise.all([...writing, ...making]);
  await far.sql.end();
  const log = await wholeLog(id);
  const found = await snapshotsOf(id);
  expect(found.length).toBeGreaterThan(1);
  for (const { seq, state } of found) expect(plainText(replay([state]))).toBe(plainText(replay(log.slice(0, seq))));
  const row = await rowOf(id);
  expect(row).toMatchObject({ headSeq: 1801, snapshotSeq: found.at(-1)?.seq });
  const rest = log.slice(row?.snapshotSeq).reduce((total, { byteLength }) => total + byteLength, 0);
  expect(row?.tailBytes).toBe(rest);
});

test("[I10] [I7] damaged snapshots are passed over for an older one, or the whole log, and said; the next one takes them away", async () => {
  const told = { error: vi.fn() };
  const store = storeOn(world, "test", { log: told });
  const { id } = await documentWith(world.db, store);
  await append(store, id, await typed(id, 600));
  await makeSnapshot(world.db, id, false);
  const [sound] = await snapshotsOf(id);
  const text = plainText(replay(await wholeLog(id)));
  await append(store, id, [Y.encodeStateAsUpdate(new Y.Doc()), Y.encodeStateAsUpdate(new Y.Doc())]);
  const partial = Y.encodeStateAsUpdate(replay(await wholeLog(id)), new Uint8Array([0]));
  const cut = partial.subarray(0, partial.length / 2);
  const empty = Y.encodeStateAsUpdate(new Y.Doc());
  for (const [seq, state] of [
    [602, cut],
    [603, empty],
  ] as const) {
    await world.db.insert(documentSnapshot).values({ ...sound!, seq, state });
  }
  const loaded = await store.load(id);
  expect(loaded && plainText(loaded.doc)).toBe(text);
  expect(loaded?.updates).toHaveLength(3);
  expect(told.error.mock.calls.map(([{ seq }]) => seq)).toEqual([603, 602]);
  const frozen = await world.db.transaction((tx) => store.freeze(tx, id, { label: "1. runde", by: newId<UserId>() }));
  expect(JSON.parse(frozen.canonical).blocks).toHaveLength(601);
  expect(await makeSnapshot(world.db, id, true)).toMatchObject({ kind: "made", seq: 603 });
  expect((await snapshotsOf(id)).map(({ seq }) => seq)).toEqual([601, 603]);
  expect((await store.load(id))?.updates).toHaveLength(1);
});

test("[I10] [I7] where every snapshot is damaged the whole log is read", async () => {
  const store = storeOn(world);
  const { id } = await documentWith(world.db, store);
  await append(store, id, await typed(id, 20));
  const nothing = { stateVector: new Uint8Array([0]), jsonSha256: "", verified: true, at: new Date(), epoch: 1 };
  const state = new Uint8Array([1, 2, 3]);
  await world.db.insert(documentSnapshot).values({ ...nothing, documentId: id, seq: 20, state });
  const loaded = await store.load(id);
  expect(loaded?.updates).toHaveLength(21);
  expect(loaded && plainText(loaded.doc)).toBe(plainText(replay(await wholeLog(id))));
});

test("[I10] what is not verified does not count, and no snapshot is ever changed", async () => {
  const store = storeOn(world);
  const { id } = await documentWith(world.db, store);
  await append(store, id, await typed(id, 600));
  await makeSnapshot(world.db, id, false);
  const [sound] = await snapshotsOf(id);
  await append(store, id, await typed(id, 1));
  await world.db.insert(documentSnapshot).values({ ...sound!, seq: 602, verified: false });
  expect((await store.load(id))?.updates).toHaveLength(2);
  await expect(world.sql`update document_snapshot set verified = true`).rejects.toThrow(/append only/);
});

for (const [what, does] of [
  ["breaks down", "setTimeout(() => { throw new Error('broken') }, 5)"],
  ["ends", "process.exit(3)"],
  ["runs out of memory", "const all = []; for (;;) all.push(new Array(1e6).fill(all.length))"],
  ["hangs", "for (;;);"],
  ["says nothing", ""],
  ["disagrees", "parentPort.postMessage({ error: new Error('another text') })"],
] as const) {
  test(`[I10] a thread that ${what} costs a line in the log: appends go on, and it is tried later`, async () => {
    const snapshots = snapshotsWith({ script: threadThat(does), limit: 2500 });
    const store = storeOn(world, "test", { snapshots });
    const { id } = await documentWith(world.db, store);
    const updates = await typed(id, 602);
    await append(store, id, updates.slice(0, 600));
    const startedAt = performance.now();
    for (const update of updates.slice(600)) await append(store, id, [update]);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    await snapshots.idle();
    expect(log.error.mock.calls.map(([said]) => said)).toMatchObject([{ document: id, failures: 1 }]);
    expect((await store.load(id))?.headSeq).toBe(603);
    expect(await snapshotsOf(id)).toEqual([]);
  });
}

test("[I10] a thread that breaks down when it has answered takes nothing with it, and the next one is begun", async () => {
  const answer =
    "parentPort.postMessage({ made: { kind: 'not-due' } }); setTimeout(() => { throw new Error('late') }, 5)";
  const snapshots = snapshotsWith({ script: threadThat(answer) });
  const store = storeOn(world, "test", { snapshots });
  for (let turn = 0; turn < 3; turn++) {
    const { id } = await documentWith(world.db, store);
    await append(store, id, await typed(id, 501));
    await snapshots.idle();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(log.error).not.toHaveBeenCalled();
});

test("[I10] while a document is typed in, snapshots rest; one node at a time makes them, another finds it done", async () => {
  const [one, two] = [snapshotsWith(), snapshotsWith()];
  const stores = [storeOn(world, "one", { snapshots: one }), storeOn(world, "two", { snapshots: two })] as const;
  const { id } = await documentWith(world.db, stores[0]);
  const updates = await typed(id, 1200);
  await append(stores[0], id, updates.slice(0, 600));
  await Promise.all([append(stores[0], id, updates.slice(600, 601)), append(stores[1], id, updates.slice(601, 602))]);
  await Promise.all([one.idle(), two.idle()]);
  await append(stores[0], id, updates.slice(602));
  await one.idle();
  expect((await snapshotsOf(id)).length).toBeLessThanOrEqual(2);
  expect(log.error).not.toHaveBeenCalled();
});

test("[I10] [I5] the newest three verified snapshots are kept, and every row of the log", async () => {
  const snapshots = snapshotsWith();
  const store = storeOn(world);
  const { id } = await documentWith(world.db, store);
  for (let turn = 0; turn < 5; turn++) {
    await append(store, id, await typed(id, 10));
    await makeSnapshot(world.db, id, true);
  }
  await snapshots.prune({ documentId: id });
  expect((await snapshotsOf(id)).map(({ seq }) => seq)).toEqual([31, 41, 51]);
  expect(await wholeLog(id)).toHaveLength(51);
  await snapshots.prune({ documentId: "no id" });
});

test("[B2] stopping ends the thread in good time, in the middle of its work too", async () => {
  const snapshots = snapshotsWith({ script: threadThat("for (;;);") });
  const store = storeOn(world, "test", { snapshots });
  const { id } = await documentWith(world.db, store);
  await append(store, id, await typed(id, 600));
  const startedAt = performance.now();
  await snapshots.stop();
  expect(performance.now() - startedAt).toBeLessThan(4000);
  expect(log.error).not.toHaveBeenCalled();
});
