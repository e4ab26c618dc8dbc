import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import type { Claim } from "../claim";
import { importKey, type Sealed, seal, unseal } from "./seal";

/** Whose text it is, and the key that only they get from the server. */
type Owner = { id: string; key: string };

/** Where a text is found, and what its page is called. */
export type Where = { path: string; title: string };

/** What one page instance wrote and could not save, in the order it was written. */
export type KeptPage = { documentId: string; where: Where; claim: Claim; at: number; chunks: readonly Uint8Array[] };

/** The nth part of what a page wrote. */
export type Piece = Pick<KeptPage, "claim" | "where"> & { chunk: number; update: Uint8Array };

type Place = { person: string; documentId: string; client: number; chunk: number };
type Row = Place & Sealed & { at: number };
interface Tables extends DBSchema {
  chunks: { key: (string | number)[]; value: Row };
}

/** As long as somebody may be away; then it is removed unseen. */
const KEPT_MS = 14 * 86_400_000;

/**
 * Text that is not saved, kept on this machine: for one person, sealed, until it is saved or 14 days old. Null where the
 * browser keeps nothing for us. (decision 0012) [E30]
 */
export async function openVault(owner: Owner): Promise<Vault | null> {
  try {
    const key = await importKey(owner.key);
    if (!key) return null;
    const db = await openTables();
    await removeOld(db);
    return new Vault(db, owner.id, key);
  } catch {
    return null;
  }
}

export class Vault {
  readonly #db: IDBPDatabase<Tables>;
  readonly #person: string;
  readonly #key: CryptoKey;

  constructor(db: IDBPDatabase<Tables>, person: string, key: CryptoKey) {
    this.#db = db;
    this.#person = person;
    this.#key = key;
  }

  /** Rejects when the browser has no room. The nth chunk takes the place of an earlier nth. */
  async keep(documentId: string, { claim, where, chunk, update }: Piece): Promise<void> {
    const place: Place = { person: this.#person, documentId, client: claim.clientID, chunk };
    const sealed = await seal(this.#key, nameOf(place), packed({ claim, where, update }));
    const tx = this.#db.transaction("chunks", "readwrite", { durability: "strict" });
    await tx.store.put({ ...place, ...sealed, at: Date.now() });
    await tx.done;
  }

  async forget(documentId: string, client: number): Promise<void> {
    await this.#db.delete("chunks", below(this.#person, documentId, client));
  }

  /** Of one text, or of all. What does not open any more is removed: nobody can ever read it. */
  async pages(documentId?: string): Promise<KeptPage[]> {
    const path = documentId === undefined ? [this.#person] : [this.#person, documentId];
    const rows = await this.#db.getAll("chunks", below(...path));
    const pages = new Map<number, KeptPage & { chunks: Uint8Array[] }>();
    for (const row of rows) {
      const bytes = await unseal(this.#key, nameOf(row), row);
      if (!bytes) {
        await this.forget(row.documentId, row.client);
        continue;
      }
      const { claim, where, update } = unpacked(row.client, bytes);
      const page = pages.get(row.client) ?? { documentId: row.documentId, where, claim, at: row.at, chunks: [] };
      page.chunks.push(update);
      pages.set(row.client, { ...page, at: Math.max(page.at, row.at) });
    }
    return [...pages.values()];
  }
}

/** How many texts somebody has on this machine that are not saved. Needs no key. */
export async function keptCount(person: string): Promise<number> {
  return inTables(0, async (db) => {
    const keys = await db.getAllKeys("chunks", below(person));
    return new Set(keys.map(([, documentId]) => documentId)).size;
  });
}

export async function wipe(person: string): Promise<void> {
  await inTables(undefined, (db) => db.delete("chunks", below(person)));
}

async function inTables<Answer>(
  otherwise: Answer,
  act: (db: IDBPDatabase<Tables>) => Promise<Answer>,
): Promise<Answer> {
  try {
    const db = await openTables();
    try {
      return await act(db);
    } finally {
      db.close();
    }
  } catch {
    return otherwise;
  }
}

function openTables(): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>("samsvar-kept", 1, {
    // Another tab has a newer form of it.
    blocking: (_from, _to, event) => event.target instanceof IDBDatabase && event.target.close(),
    upgrade: (db) => void db.createObjectStore("chunks", { keyPath: ["person", "documentId", "client", "chunk"] }),
  });
}

async function removeOld(db: IDBPDatabase<Tables>): Promise<void> {
  const tx = db.transaction("chunks", "readwrite");
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.at < Date.now() - KEPT_MS) await cursor.delete();
  }
  await tx.done;
}

/** Lists come after texts and numbers in the order of keys, so an empty one ends every branch. */
function below(...path: (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound(path, [...path, []]);
}

function nameOf({ person, documentId, client, chunk }: Place): string {
  return [person, documentId, client, chunk].join("/");
}

function packed({ claim: { nonce, epoch }, where, update }: Omit<Piece, "chunk">): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarString(encoder, nonce);
  writeVarUint(encoder, epoch);
  writeVarString(encoder, where.path);
  writeVarString(encoder, where.title);
  writeVarUint8Array(encoder, update);
  return Uint8Array.from(toUint8Array(encoder));
}

function unpacked(clientID: number, bytes: Uint8Array): Omit<Piece, "chunk"> {
  const decoder = createDecoder(bytes);
  const claim = { clientID, nonce: readVarString(decoder), epoch: readVarUint(decoder) };
  const where = { path: readVarString(decoder), title: readVarString(decoder) };
  return { claim, where, update: readVarUint8Array(decoder) };
}
