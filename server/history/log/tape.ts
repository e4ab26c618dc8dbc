import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { deletionsIn } from "../../../app/document-model/items-in";
import type { Range } from "../../../app/document-model/ranges";
import { verbatim } from "../../../app/document-model/verbatim";
import type { UserId } from "../../../db/ids";
import { Inheritance } from "./inheritance";
import { PerClock } from "./per-clock";
import { piecesOf } from "./pieces";

/** One update as the log has it; its place in the list is its place in the log, from one. */
export type LogRow = {
  payload: Uint8Array;
  userId: UserId | null;
  origin: "seed" | "client" | "repair" | "amendment";
  /** Milliseconds since 1970. */
  at: number;
};

/** Yjs joins what stands together at the end of each of these. */
const ROWS_AT_ONCE = 2000;

/**
 * A log, played from its beginning with all that was ever taken away kept: which row of it wrote each letter, which row
 * first did (a letter that is moved keeps its author), and which row took it away. It only grows. [V1] [V2]
 */
export class Tape {
  readonly rows: LogRow[] = [];
  readonly doc = verbatim(new Y.Doc({ gc: false }));
  readonly written = new PerClock();
  readonly source = new PerClock();
  readonly gone = new PerClock();
  readonly #inheritance = new Inheritance(this);

  get headSeq(): number {
    return this.rows.length;
  }

  add(rows: readonly LogRow[]): void {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      this.doc.transact((transaction) => {
        for (const row of rows.slice(from, from + ROWS_AT_ONCE)) this.#play(transaction, row);
      });
    }
  }

  /** The text as it stood after the first `seq` rows, in a document of its own. */
  at(seq: number): Y.Doc {
    const doc = verbatim(new Y.Doc());
    doc.transact(() => {
      for (const { payload } of this.rows.slice(0, seq)) Y.applyUpdate(doc, payload);
    });
    return doc;
  }

  #play(transaction: Y.Transaction, row: LogRow): void {
    const { doc } = this;
    const clients = clientsIn(row.payload);
    const before = clients.map((client) => Y.getState(doc.store, client));
    Y.applyUpdate(doc, row.payload);
    const seq = this.rows.push(row);
    const deleted = deletedIn(transaction);
    for (const { client, clock, length } of deleted) this.gone.set(client, clock, length, seq);
    const inserted = clients.flatMap((client, index): Range[] => {
      const clock = before[index] ?? 0;
      const length = Y.getState(doc.store, client) - clock;
      return length > 0 ? [{ client, clock, length }] : [];
    });
    for (const { client, clock, length } of inserted) {
      this.written.set(client, clock, length, seq);
      this.source.set(client, clock, length, seq);
    }
    if (row.origin !== "seed") this.#inherit(row, inserted, deleted);
  }

  #inherit({ userId, payload }: LogRow, inserted: readonly Range[], deleted: readonly Range[]): void {
    const written = piecesOf(this.doc, inserted);
    // Others may have taken away the same: what this update itself says is gone is what it may have moved.
    const mayMove = written.length > 0 || deleted.some(({ length }) => length > 1);
    const taken = mayMove && deletesAny(payload) ? deletionsIn(Y.decodeUpdate(payload).ds) : deleted;
    this.#inheritance.follow(userId, written, piecesOf(this.doc, taken, true));
  }
}

/** What has been taken away since this was last asked; nothing of it is to be tidied up. */
function deletedIn({ deleteSet }: Y.Transaction): Range[] {
  const ranges = deletionsIn(deleteSet);
  deleteSet.clients.clear();
  return ranges;
}

/** What is deleted stands last, and ends with a length; where nothing is, with a count of none. */
function deletesAny(payload: Uint8Array): boolean {
  return payload.at(-1) !== 0;
}

/** Whose writing is in an update. Of one client, as nearly all are, its first few bytes say so. */
function clientsIn(payload: Uint8Array): number[] {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  if (count === 0) return [];
  decoding.readVarUint(decoder);
  if (count === 1) return [decoding.readVarUint(decoder)];
  return [...new Set(Y.decodeUpdate(payload).structs.map(({ id }) => id.client))];
}
