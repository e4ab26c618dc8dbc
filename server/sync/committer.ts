import { performance } from "node:perf_hooks";
import type { DocumentId } from "../../db/ids";
import type { DocumentStore, PendingUpdate } from "../document-store/shapes";
import type { Log } from "../log";
import { GROUP, type Times } from "./limits";

type Append = DocumentStore["append"];
type Appended = Awaited<ReturnType<Append>>;
export type Refused = "not-active" | "other-epoch";

/** A room as the committer sees it: what waits, and what is to be told. */
export type Committing = {
  readonly documentId: DocumentId;
  readonly epoch: number;
  /** Everything that waits; asked again only after one of the answers below. */
  take(): PendingUpdate[];
  committed(span: { from: number; to: number }): Promise<void>;
  refused(reason: Refused): void;
  /** The database does not answer; what was taken is still tried. */
  degraded(isDegraded: boolean): void;
  /** What was taken was never committed as far as we know: the pages still hold it. */
  givenUp(): void;
};

type Deps = { store: Pick<DocumentStore, "append">; log: Log; times: Times };

/** Commits what all rooms have waiting in one transaction, every ten milliseconds. [I1] */
export class Committer {
  readonly #deps: Deps;
  readonly #dirty = new Set<Committing>();
  #waiting = { rows: 0, bytes: 0 };
  #timer: NodeJS.Timeout | undefined;
  #isCommitting = false;
  #idle: (() => void)[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  request(room: Committing, bytes: number): void {
    this.#dirty.add(room);
    this.#waiting.rows += 1;
    this.#waiting.bytes += bytes;
    this.#schedule();
  }

  /** Resolves once nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.#dirty.size === 0 && !this.#isCommitting) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #schedule(): void {
    if (this.#isCommitting) return;
    const isFull = this.#waiting.rows >= GROUP.rows || this.#waiting.bytes >= GROUP.bytes;
    if (isFull) clearTimeout(this.#timer);
    else if (this.#timer) return;
    this.#timer = setTimeout(() => this.#run(), isFull ? 0 : this.#deps.times.groupCommit);
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    if (this.#isCommitting) return;
    const rooms = [...this.#dirty];
    this.#dirty.clear();
    this.#waiting = { rows: 0, bytes: 0 };
    this.#isCommitting = true;
    await this.#commit(rooms);
    this.#isCommitting = false;
    if (this.#dirty.size > 0) return this.#schedule();
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commit(rooms: Committing[]): Promise<void> {
    const batch = new Map(rooms.map((room) => [room.documentId, { epoch: room.epoch, updates: room.take() }]));
    const appended = await this.#appendPatiently(batch, rooms);
    await Promise.all(rooms.map((room) => tell(room, appended)));
  }

  /** Trying again may append a second time what was committed unseen: a CRDT does not mind. Null after thirty seconds. */
  async #appendPatiently(batch: Parameters<Append>[0], rooms: Committing[]): Promise<Appended | null> {
    const { times, store, log } = this.#deps;
    const endsAt = performance.now() + times.giveUp;
    const slow = setTimeout(() => degrade(rooms, true), times.degraded);
    for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
      try {
        const appended = await within(endsAt - performance.now(), store.append(batch));
        clearTimeout(slow);
        degrade(rooms, false);
        return appended;
      } catch (error) {
        log.error({ err: error, documents: batch.size }, "an append failed");
        clearTimeout(slow);
        degrade(rooms, true);
        if (performance.now() + pause >= endsAt) return null;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}

function degrade(rooms: readonly Committing[], isDegraded: boolean): void {
  for (const room of rooms) room.degraded(isDegraded);
}

async function tell(room: Committing, appended: Appended | null): Promise<void> {
  const span = appended?.heads.get(room.documentId);
  const reason = appended?.refused.get(room.documentId);
  if (span) return room.committed(span);
  if (reason) return room.refused(reason);
  room.givenUp();
}

/** A database that hangs is as gone as one that refuses. */
function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const late = new Error(`Expected the append within ${Math.round(ms)} ms; it still runs.`);
    const timer = setTimeout(() => reject(late), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
