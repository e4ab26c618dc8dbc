import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalJson } from "../../app/document-model/canonical";
import type { ResponseDocument } from "../../app/document-model/document";
import { connect } from "../../db/client";
import { type DocumentId, newId, type UserId, type VersionId } from "../../db/ids";
import { document, documentUpdate, documentVersion } from "../../db/schema";
import { documentWith, plainText, sha256, storeOn, updateOf, writeParagraph } from "../../tests/sync/document";
import { testDatabase } from "../../tests/world/database";
import { replay } from "./index";
import type { PendingUpdate } from "./shapes";

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;
const by = newId<UserId>();

beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
});
afterAll(() => world?.close());

function pending(payload: Uint8Array): PendingUpdate {
  return { payload, origin: "client", userId: by, sessionId: newId(), claim: null };
}

async function append(id: DocumentId, ...payloads: Uint8Array[]) {
  return store.append(new Map([[id, { epoch: 1, updates: payloads.map(pending) }]]));
}

/** An update by a client of its own, on top of the document as it stands. */
async function typed(id: DocumentId, text: string): Promise<Uint8Array> {
  const doc = replay((await store.load(id))?.updates ?? []);
  return updateOf(doc, () => writeParagraph(doc, `p-${text.replace(/\W/g, "")}-${doc.clientID}`, text));
}

function seqsOf(id: DocumentId) {
  const rows = world.db.select({ seq: documentUpdate.seq }).from(documentUpdate);
  return rows
    .where(eq(documentUpdate.documentId, id))
    .orderBy(asc(documentUpdate.seq))
    .then((found) => found.map(({ seq }) => seq));
}

test("[I7] a document is created with its seed, and loads as seed and log in one order", async () => {
  const { id, seed } = await documentWith(world.db, store, ["Først"]);
  await append(id, await typed(id, "Så"));
  const loaded = await store.load(id);
  expect(loaded).toMatchObject({ id, epoch: 1, state: "active", headSeq: 2 });
  expect(loaded?.updates[0]).toEqual(Buffer.from(seed));
  expect(plainText(replay(loaded?.updates ?? []))).toBe("Først\nSå");
  expect(await store.load(newId<DocumentId>())).toBeNull();
});

test("[I3] appends from two pools at once give every update a number of its own, without gaps", async () => {
  const other = connect(world.url, { max: 5 });
  const stores = [store, storeOn({ db: other.db, url: world.url }, "other")];
  const ids: DocumentId[] = [];
  for (let made = 0; made < 3; made++) ids.push((await documentWith(world.db, store)).id);
  const update = await typed(ids[0] ?? newId(), "x");
  const batches = Array.from({ length: 120 }, (_, turn) => {
    // Each batch names the documents in another order: the lock's order must not depend on it.
    const order = turn % 2 ? ids : [...ids].reverse();
    const batch = new Map(order.map((id) => [id, { epoch: 1, updates: [pending(update), pending(update)] }]));
    return stores[turn % 2]?.append(batch);
  });
  const answers = await Promise.all(batches);
  for (const id of ids) {
    expect(await seqsOf(id)).toEqual(Array.from({ length: 241 }, (_, index) => index + 1));
    const spans = answers.map((answer) => answer?.heads.get(id)).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0));
    expect(spans.map((span) => span?.from)).toEqual(Array.from({ length: 120 }, (_, turn) => 2 + turn * 2));
    expect((await store.load(id))?.headSeq).toBe(241);
  }
  await other.sql.end();
});

test("[I5] the log and the versions refuse to be changed or emptied", async () => {
  const { id } = await documentWith(world.db, store);
  await world.db.transaction((tx) => store.freeze(tx, id, { label: "1. runde", by }));
  const refused = /append only/;
  await expect(world.sql`update document_update set bytes = 0 where document_id = ${id}`).rejects.toThrow(refused);
  await expect(world.sql`delete from document_update where document_id = ${id}`).rejects.toThrow(refused);
  await expect(world.sql`truncate document_version cascade`).rejects.toThrow(refused);
  await expect(world.sql`update document_version set canonical = '' where document_id = ${id}`).rejects.toThrow(
    refused,
  );
});

test("a batch leaves out what is frozen, unknown or of another lineage, and appends the rest", async () => {
  const writable = await documentWith(world.db, store);
  const frozen = await documentWith(world.db, store);
  const stale = await documentWith(world.db, store);
  await world.db.transaction((tx) => store.freeze(tx, frozen.id, { label: "1. runde", by }));
  const unknown = newId<DocumentId>();
  const updates = [pending(await typed(writable.id, "ny"))];
  const answer = await store.append(
    new Map([
      [writable.id, { epoch: 1, updates }],
      [frozen.id, { epoch: 1, updates }],
      [stale.id, { epoch: 2, updates }],
      [unknown, { epoch: 1, updates }],
    ]),
  );
  expect(answer.heads).toEqual(new Map([[writable.id, { from: 2, to: 2 }]]));
  expect(Object.fromEntries(answer.refused)).toEqual({
    [frozen.id]: "not-active",
    [stale.id]: "other-epoch",
    [unknown]: "not-active",
  });
  expect(await seqsOf(frozen.id)).toEqual([1]);
});

test("[A1] a frozen version is the hash of everything committed, and its text is locked until it is thawed", async () => {
  const { id } = await documentWith(world.db, store, ["Først"]);
  await append(id, await typed(id, "Så"));
  const { written, ...frozen } = await world.db.transaction((tx) => store.freeze(tx, id, { label: "1. runde", by }));
  expect(canonicalJson(written)).toBe(frozen.canonical);
  expect(frozen).toMatchObject({ number: 1, seq: 2, sha256: sha256(frozen.canonical), label: "1. runde" });
  expect(JSON.parse(frozen.canonical).blocks).toHaveLength(2);
  expect(await store.version(frozen.id)).toEqual(frozen);
  expect(await store.version(newId<VersionId>())).toBeNull();
  expect((await append(id, await typed(id, "For sent"))).refused.get(id)).toBe("not-active");
  const again = world.db.transaction((tx) => store.freeze(tx, id, { label: "igen", by }));
  await expect(again).rejects.toMatchObject({ kind: "conflict", code: "document-not-active" });
  await world.db.transaction((tx) => store.thaw(tx, id));
  expect((await append(id, await typed(id, "Igen"))).heads.get(id)).toEqual({ from: 3, to: 3 });
  const second = await world.db.transaction((tx) => store.freeze(tx, id, { label: "2. runde", by }));
  expect(second).toMatchObject({ number: 2, seq: 3 });
  expect(second.sha256).not.toBe(frozen.sha256);
});

test("[A7] what is frozen reads as the caller says; the live text, and what was written, stay as they are", async () => {
  const { id } = await documentWith(world.db, store, ["Først"]);
  const clear = (text: ResponseDocument) => ({ ...text, blocks: [] });
  const as = { label: "1. runde", by };
  const frozen = await world.db.transaction((tx) => store.freeze(tx, id, as, clear));
  expect(JSON.parse(frozen.canonical).blocks).toEqual([]);
  expect(frozen.sha256).toBe(sha256(frozen.canonical));
  expect(frozen.written.blocks).toHaveLength(1);
  expect(plainText(replay((await store.load(id))?.updates ?? []))).toBe("Først");
});

test("[A1] [E4] freezing repairs doubled block ids first, as one more update of the log", async () => {
  const { id } = await documentWith(world.db, store, ["Først"]);
  const doc = replay((await store.load(id))?.updates ?? []);
  await append(
    id,
    updateOf(doc, () => writeParagraph(doc, "seed-0", "Samme id")),
  );
  const frozen = await world.db.transaction((tx) => store.freeze(tx, id, { label: "1. runde", by }));
  const ids = JSON.parse(frozen.canonical).blocks.map((block: { id: string }) => block.id);
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]).toBe("seed-0");
  expect(await seqsOf(id)).toEqual([1, 2, 3]);
  expect(await store.load(id)).toMatchObject({ headSeq: 3, state: "frozen" });
});

test("[A1] [I3] freezing and appending at one instant are put in one order: in the version, or refused", async () => {
  for (let round = 0; round < 15; round++) {
    const { id } = await documentWith(world.db, store, ["Først"]);
    const update = await typed(id, "Lige nu");
    const [frozen, ...answers] = await Promise.all([
      world.db.transaction((tx) => store.freeze(tx, id, { label: "1. runde", by })),
      append(id, update),
      append(id, await typed(id, "Også nu")),
    ]);
    const taken = answers.filter((answer) => answer.heads.has(id)).length;
    const refused = answers.filter((answer) => answer.refused.has(id)).length;
    expect(taken + refused).toBe(2);
    expect(frozen.seq).toBe(1 + taken);
    expect(JSON.parse(frozen.canonical).blocks).toHaveLength(1 + taken);
    const [row] = await world.db.select().from(documentVersion).where(eq(documentVersion.id, frozen.id));
    const state = new Y.Doc();
    Y.applyUpdate(state, row?.state ?? new Uint8Array());
    expect(plainText(state).split("\n")).toHaveLength(1 + taken);
  }
});

test("[I3] [I7] loading is of one moment, and a hole in the log is a fault, not a shorter document", async () => {
  const { id } = await documentWith(world.db, store);
  const update = await typed(id, "x");
  const writing = Array.from({ length: 60 }, () => append(id, update));
  const loads = await Promise.all(Array.from({ length: 40 }, () => store.load(id)));
  for (const loaded of loads) expect(loaded?.updates).toHaveLength(loaded?.headSeq ?? -1);
  await Promise.all(writing);
  expect(await store.since(id, 1, 58)).toMatchObject({ headSeq: 61, updates: { length: 3 } });
  await world.db.update(document).set({ headSeq: 70 }).where(eq(document.id, id));
  await expect(store.load(id)).rejects.toThrow("Expected 70 updates");
});

test("[J2] appends wake the projections once a second, and the last append is always covered", async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  const { id } = await documentWith(world.db, store);
  await world.sql`delete from graphile_worker._private_jobs`;
  const update = await typed(id, "x");
  const startedAt = performance.now();
  for (let turn = 0; turn < 50; turn++) await append(id, update);
  const seconds = (performance.now() - startedAt) / 1000;
  const jobs = await world.sql`select run_at, payload from graphile_worker._private_jobs`;
  const [last] = await world.sql`select max(at) as at from document_update where document_id = ${id}`;
  expect(jobs.length).toBeGreaterThanOrEqual(1);
  expect(jobs.length).toBeLessThanOrEqual(3 + seconds);
  expect(Math.max(...jobs.map((job) => Date.parse(job["run_at"])))).toBeGreaterThan(Date.parse(last?.["at"]));
});

test("[J2] an append that takes longer than its job waits is covered by one more job", async () => {
  const { id } = await documentWith(world.db, store);
  const update = await typed(id, "x");
  await append(id, update);
  await world.sql`delete from graphile_worker._private_jobs`;
  const held = await world.sql.reserve();
  await held`begin`;
  await held`select 1 from document where id = ${id} for update`;
  const appending = append(id, update);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await held`commit`;
  held.release();
  await appending;
  const keys = await world.sql`select key from graphile_worker._private_jobs`;
  expect(keys.map(({ key }) => key)).toContain(`refresh-projection:${id}:late`);
});

test("[J2] however many documents are typed in at once, their projections are woken some 25 times a second", async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, async () => (await documentWith(world.db, store)).id));
  const update = await typed(ids[0] ?? newId(), "x");
  const batch = new Map(ids.map((id) => [id, { epoch: 1, updates: [pending(update)] }]));
  await store.append(batch);
  await world.sql`delete from graphile_worker._private_jobs`;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await store.append(batch);
  const [woken] = await world.sql`select count(*)::int as jobs, min(run_at) - clock_timestamp() > '1.8 s' as later
    from graphile_worker._private_jobs`;
  expect(woken).toEqual({ jobs: 60, later: true });
  await store.append(batch);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await store.append(batch);
  expect(await world.sql`select from graphile_worker._private_jobs`).toHaveLength(60);
});

test("[I3] what others wrote in many documents is read in one query, each from where it is known", async () => {
  const [one, two] = [await documentWith(world.db, store), await documentWith(world.db, store)];
  const updates = [await typed(one.id, "a"), await typed(one.id, "b")].map((update) => Buffer.from(update));
  await append(one.id, ...updates);
  const asked = (seq: number, epoch = 1) => ({ epoch, seq });
  const unknown = newId<DocumentId>();
  const found = await store.tails(
    new Map([
      [one.id, asked(2)],
      [two.id, asked(1)],
      [unknown, asked(0)],
    ]),
  );
  expect(found.get(one.id)).toEqual({ headSeq: 3, updates: updates.slice(1) });
  expect(found.get(two.id)).toEqual({ headSeq: 1, updates: [] });
  expect(found.get(unknown)).toEqual({ headSeq: 0, updates: [] });
  expect(await store.since(one.id, 2, 1)).toEqual({ headSeq: 1, updates: [] });
  expect(await store.tails(new Map())).toEqual(new Map());
});
