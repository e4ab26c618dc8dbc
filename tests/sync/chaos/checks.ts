import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import * as Y from "yjs";
import { canonicalJson } from "../../../app/document-model/canonical";
import { allBlocks } from "../../../app/document-model/document";
import { readDocument } from "../../../app/document-model/read";
import type { Database } from "../../../db/client";
import type { DocumentId } from "../../../db/ids";
import { documentUpdate } from "../../../db/schema";
import { replay } from "../../../server/document-store";
import type { storeOn } from "../document";

type Store = ReturnType<typeof storeOn>;

/** The document that the log adds up to. */
export async function committed(store: Store, id: DocumentId): Promise<Y.Doc> {
  return replay((await store.load(id))?.updates ?? []);
}

export function canonicalOf(doc: Y.Doc): string {
  return canonicalJson(readDocument(doc));
}

export function stateOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

/** The same items, the same deletions, the same reading. */
export function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other)) && canonicalOf(one) === canonicalOf(other);
}

/** Says what differs, in a failing test's words. */
export function expectSame(one: Y.Doc, other: Y.Doc, who: string): void {
  const sorted = (doc: Y.Doc) => [...stateOf(doc)].sort(([a], [b]) => a - b);
  expect(sorted(one), `${who}: state vector`).toEqual(sorted(other));
  expect(canonicalOf(one), `${who}: text`).toBe(canonicalOf(other));
  expect(isSame(one, other), `${who}: deletions`).toBe(true);
  expect([one.store.pendingStructs, one.store.pendingDs], `${who}: waits for something`).toEqual([null, null]);
}

/** [I3] seq 1 … n, each once. */
export async function expectLogWithoutGaps(db: Database, id: DocumentId): Promise<number> {
  const { seq, documentId } = documentUpdate;
  const rows = await db.select({ seq }).from(documentUpdate).where(eq(documentId, id)).orderBy(asc(seq));
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_row, index) => index + 1));
  return rows.length;
}

/** [E4] No two blocks with one id. */
export function expectUniqueIds(doc: Y.Doc): void {
  const ids = [...allBlocks(readDocument(doc))].map((block) => block.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id !== "")).toBe(true);
}

/** [I1] What a page has of others is in the log. Read the page first: the log only grows. */
export async function expectSeenIsCommitted(store: Store, id: DocumentId, seen: ReadonlyMap<number, number>) {
  const log = stateOf(await committed(store, id));
  const missing = [...seen].filter(([client, clock]) => clock > (log.get(client) ?? 0));
  expect(missing, "seen, but not committed: [client, clock]").toEqual([]);
}
