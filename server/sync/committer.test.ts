import { expect, test } from "vitest";
import { type DocumentId, newId } from "../../db/ids";
import type { DocumentStore, PendingUpdate } from "../document-store/shapes";
import { createLog } from "../log";
import { Committer, type Committing, type Span } from "./committer";
import { GROUP, LIMITS, TIMES } from "./limits";

type Append = DocumentStore["append"];

/** A room that keeps what it is told. */
class Heard implements Committing {
  readonly documentId = newId<DocumentId>();
  readonly epoch = 1;
  readonly told: string[] = [];
  waiting: PendingUpdate[] = [];
  taken = 0;
  fails = false;
  hangs = false;
  get hasMore(): boolean {
    return this.waiting.length > 0;
  }
  take(most: number): PendingUpdate[] {
    const taken = this.waiting.splice(0, most);
    this.taken += taken.length;
    return taken;
  }
  async committed(span: Span | null): Promise<void> {
    if (this.fails) throw new Error("a fault of ours");
    if (this.hangs) await new Promise(() => {});
    this.told.push(`committed ${span?.from}–${span?.to}`);
  }
  refused(reason: string): void {
    this.told.push(`refused ${reason}`);
  }
  degraded(): void {}
  givenUp(): void {
    this.told.push("given up");
  }
}

const update = (bytes = 1): PendingUpdate => {
  return { payload: new Uint8Array(bytes), origin: "client", userId: null, sessionId: null, claim: null };
};

function committing(append: Append, times = TIMES) {
  const [full, batches]: [boolean[], number[]] = [[], []];
  const counted: Append = (batch) => {
    batches.push([...batch.values()].reduce((sum, { updates }) => sum + updates.length, 0));
    return append(batch);
  };
  const deps = { store: { append: counted }, log: createLog("silent"), times, ring: () => {}, told: () => {} };
  const committer = new Committer({ ...deps, full: (isFull) => full.push(isFull) });
  const write = (room: Heard, given = update()) => {
    room.waiting.push(given);
    committer.request(room, given.payload.byteLength);
  };
  return { committer, write, full, batches };
}

/** Numbers as the store would, each document from 1. */
function inMemory(): Append {
  const heads = new Map<DocumentId, number>();
  return async (batch) => {
    const spans = [...batch].map(([id, { updates }]): [DocumentId, Span] => {
      const from = (heads.get(id) ?? 0) + 1;
      heads.set(id, from + updates.length - 1);
      return [id, { from, to: from + updates.length - 1 }];
    });
    return { heads: new Map(spans), refused: new Map(), superseded: new Set() };
  };
}

test("[I1] what all rooms have waiting is committed together, and no transaction takes more than a thousand", async () => {
  const { committer, write, batches } = committing(inMemory());
  const rooms = Array.from({ length: 5 }, () => new Heard());
  for (let turn = 0; turn < 500; turn++) for (const room of rooms) write(room);
  await committer.idle();
  expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(2500);
  expect(Math.max(...batches)).toBeLessThanOrEqual(GROUP.most);
  for (const room of rooms) expect(room.told.at(-1)).toMatch(/–500$/);
});

test("[I1] a fault in the middle of a commit closes the rooms it touched and stops nobody else", async () => {
  const { committer, write } = committing(inMemory());
  const [broken, fine] = [new Heard(), new Heard()];
  broken.fails = true;
  write(broken);
  await committer.idle();
  expect(broken.told).toEqual(["given up"]);
  write(fine);
  await committer.idle();
  expect(fine.told).toEqual(["committed 1–1"]);
});

test("[I13] a room that gets no answer from its log is given up, and the others' commits go on", async () => {
  const { committer, write } = committing(inMemory(), { ...TIMES, giveUp: 20 });
  const [hanging, fine] = [new Heard(), new Heard()];
  hanging.hangs = true;
  write(hanging);
  write(fine);
  await expect.poll(() => fine.told).toEqual(["committed 1–1"]);
  write(fine);
  await committer.idle();
  expect(fine.told).toEqual(["committed 1–1", "committed 2–2"]);
  expect(hanging.told).toEqual(["given up"]);
});

test("[W3] while too much waits nobody is read, and everybody again when it is committed", async () => {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const append = inMemory();
  const { committer, write, full } = committing((batch) => gate.then(() => append(batch)));
  const room = new Heard();
  write(room);
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (let waiting = 0; waiting <= LIMITS.waiting; waiting += 256 * 1024) write(room, update(256 * 1024));
  expect(full).toEqual([true]);
  letGo();
  await committer.idle();
  expect(full).toEqual([true, false]);
});
