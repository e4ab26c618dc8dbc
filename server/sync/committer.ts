import { performance } from "node:perf_hooks";
import type { DocumentId } from "../../db/ids";
import type { DocumentStore, PendingUpdate } from "../document-store/shapes";
import type { Log } from "../log";
import { GROUP, LIMITS, type Times } from "./limits";
import { within } from "./within";

type Append = DocumentStore["append"];
type Appended = Awaited<ReturnType<Append>>;
export type Refused = "not-active" | "other-epoch";
export type Span = { from: number; to: number };

/** A room as the committer sees it: what waits, and what is to be told. */
export type Committing = {
  readonly documentId: DocumentId;
  readonly epoch: number;
  /** The first of what waits; asked again only after one of the answers below. */
  take(most: number): PendingUpdate[];
  readonly hasMore: boolean;
  /** `span`: the rows' numbers, null when none was appended; `superseded`: whose updates were left out. */
  committed(span: Span | null, superseded: ReadonlySet<string>): Promise<void>;
  refused(reason: Refused): void;
  /** The database does not answer; what was taken is still tried. */
  degraded(isDegraded: boolean): void;
  /** What was taken was never committed as far as we know: the pages still hold it. */
  givenUp(): void;
};

type Taken = Map<Committing, PendingUpdate[]>;

type Deps = {
  store: Pick<DocumentStore, "append">;
  log: Log;
  times: Times;
  /** The rooms have been told what is committed. */
  told(): void;
  /** Tells the other nodes. [I9] */
  ring(heads: ReadonlyMap<Committing, Span>): void;
  /** So much waits that nobody should be read until it is committed; and that they may be again. */
  full(isFull: boolean): void;
};

/** Commits what all rooms have waiting in one transaction, one after the other. How much that is, the intake decides. [I1] */
export class Committer {
  readonly #deps: Deps;
  readonly #dirty = new Set<Committing>();
  #waiting = { rows: 0, bytes: 0 };
  #next: NodeJS.Immediate | undefined;
  #isCommitting = false;
  /** So much waits that nobody should be read. */
  isFull = false;
  #idle: (() => void)[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  request(room: Committing, bytes: number): void {
    this.#dirty.add(room);
    this.#waiting.rows += 1;
    this.#waiting.bytes += bytes;
    if (this.#waiting.bytes > LIMITS.waiting) this.#setFull(true);
    this.#schedule();
  }

  /** Resolves once nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.#dirty.size === 0 && !this.#isCommitting) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #schedule(): void {
    if (!this.#isCommitting) this.#next ??= setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    this.#next = undefined;
    const batch = this.#takeBatch();
    this.#isCommitting = true;
    await this.#commit(batch).catch((error) => this.#lost(batch, error));
    this.#isCommitting = false;
    if (this.#waiting.bytes <= LIMITS.waiting) this.#setFull(false);
    if (this.#dirty.size > 0) return this.#schedule();
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** No more than one transaction should hold; a room that has more comes again in the next. */
  #takeBatch(): Taken {
    const taken: Taken = new Map();
    let left: number = GROUP.most;
    for (const room of this.#dirty) {
      if (left <= 0) break;
      const updates = room.take(left);
      left -= updates.length;
      taken.set(room, updates);
      this.#waiting.rows -= updates.length;
      this.#waiting.bytes -= updates.reduce((sum, { payload }) => sum + payload.byteLength, 0);
      if (!room.hasMore) this.#dirty.delete(room);
    }
    if (this.#dirty.size === 0) this.#waiting = { rows: 0, bytes: 0 };
    return taken;
  }

  async #commit(taken: Taken): Promise<void> {
    const rooms = [...taken.keys()];
    const batch = new Map([...taken].map(([{ documentId, epoch }, updates]) => [documentId, { epoch, updates }]));
    const appended = await this.#appendPatiently(batch, rooms);
    await Promise.all(rooms.map((room) => this.#tell(room, appended)));
    this.#deps.told();
    if (appended) this.#deps.ring(spansOf(rooms, appended));
  }

  /** A room may have to read what other nodes wrote first; one that does not get it is given up. [I13] */
  async #tell(room: Committing, appended: Appended | null): Promise<void> {
    const { times, log } = this.#deps;
    await within(times.giveUp, "a room's following its log", tell(room, appended)).catch((error) => {
      log.error({ err: error, documentId: room.documentId }, "a room could not be told what is committed");
      room.givenUp();
    });
  }

  /** A fault of ours in the middle of it: nobody knows what is committed, so whoever is here comes back to a fresh load. */
  #lost(taken: Taken, error: unknown): void {
    this.#deps.log.error({ err: error }, "a commit broke off");
    for (const room of taken.keys()) room.givenUp();
  }

  /** Trying again may append a second time what was committed unseen: a CRDT does not mind. Null after thirty seconds. */
  async #appendPatiently(batch: Parameters<Append>[0], rooms: Committing[]): Promise<Appended | null> {
    const { times, store, log } = this.#deps;
    const endsAt = performance.now() + times.giveUp;
    const slow = setTimeout(() => degrade(rooms, true), times.degraded);
    for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
      try {
        const appended = await within(endsAt - performance.now(), "the append", store.append(batch));
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

  #setFull(isFull: boolean): void {
    if (this.isFull === isFull) return;
    this.isFull = isFull;
    this.#deps.full(isFull);
  }
}

function degrade(rooms: readonly Committing[], isDegraded: boolean): void {
  for (const room of rooms) room.degraded(isDegraded);
}

function spansOf(rooms: readonly Committing[], { heads }: Appended): Map<Committing, Span> {
  const spans = rooms.flatMap((room): [Committing, Span][] => {
    const span = heads.get(room.documentId);
    return span ? [[room, span]] : [];
  });
  return new Map(spans);
}

async function tell(room: Committing, appended: Appended | null): Promise<void> {
  const reason = appended?.refused.get(room.documentId);
  if (!appended) room.givenUp();
  else if (reason) room.refused(reason);
  else await room.committed(appended.heads.get(room.documentId) ?? null, appended.superseded);
}
