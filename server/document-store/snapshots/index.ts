import { performance } from "node:perf_hooks";
import type { Database } from "../../../db/client";
import type { DocumentId } from "../../../db/ids";
import type { Jobs } from "../../jobs";
import type { Log } from "../../log";
import type { Made } from "./make";
import { prune, prunedLater } from "./prune";
import { isDue, restAfter, restAfterFailures, type Tailed } from "./rules";
import { createThread, type Thread, type ThreadDeps } from "./thread";

type SnapshotDeps = ThreadDeps & {
  db: Database;
  jobs: Pick<Jobs, "enqueue">;
  log: Pick<Log, "debug" | "error">;
};

const IDLE_MS = 30_000;

export type Snapshots = {
  /** Tells where a document stands. When its tail has become too long, a snapshot is made, by and by. */
  consider(document: Tailed & { id: DocumentId }): void;
  /** The job that takes old snapshots away. */
  prune(job: { documentId: string }): Promise<void>;
  /** Resolves when nothing is waiting that may be made now. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Makes snapshots of documents with long tails in a thread of its own, one at a time. Whatever goes wrong with one costs a
 * line in the log and a later try: appends and loads never wait for it. [I10]
 */
export function createSnapshots(deps: SnapshotDeps): Snapshots {
  const queue = new Queue(deps, createThread(deps));
  return {
    consider: (document) => {
      if (isDue(document)) queue.add(document.id, document.isDamaged ?? false);
    },
    prune: (job) => prune(deps.db, job),
    idle: () => queue.idle(),
    stop: () => queue.stop(),
  };
}

type Turn = { isDamaged: boolean };

class Queue {
  readonly #deps: SnapshotDeps;
  readonly #thread: Thread;
  readonly #waiting = new Map<DocumentId, Turn>();
  /** Not before that moment again. */
  readonly #resting = new Map<DocumentId, number>();
  readonly #failures = new Map<DocumentId, number>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #isStopped = false;

  constructor(deps: SnapshotDeps, thread: Thread) {
    this.#deps = deps;
    this.#thread = thread;
  }

  add(id: DocumentId, isDamaged: boolean): void {
    if (this.#isStopped) return;
    this.#waiting.set(id, { isDamaged: isDamaged || (this.#waiting.get(id)?.isDamaged ?? false) });
    this.#goOn();
  }

  async idle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#thread.end();
    await this.#working;
  }

  #goOn(): void {
    if (this.#working || this.#isStopped) return;
    clearTimeout(this.#timer);
    const now = performance.now();
    for (const [id, until] of this.#resting) if (until <= now) this.#resting.delete(id);
    for (const [id, turn] of this.#waiting) {
      if (this.#resting.has(id)) continue;
      this.#waiting.delete(id);
      this.#working = this.#make(id, turn).finally(() => {
        this.#working = undefined;
        this.#goOn();
      });
      return;
    }
    this.#wait(now);
  }

  /** For the first that has rested, or with nothing to do for a while, to let the thread go. */
  #wait(now: number): void {
    const untils = [...this.#waiting.keys()].map((id) => this.#resting.get(id) ?? now);
    const next = untils.length > 0 ? () => this.#goOn() : () => void this.#thread.end();
    this.#timer = setTimeout(next, untils.length > 0 ? Math.min(...untils) - now : IDLE_MS);
    this.#timer.unref();
  }

  async #make(id: DocumentId, turn: Turn): Promise<void> {
    const { log, jobs, db } = this.#deps;
    const startedAt = performance.now();
    try {
      const made = await this.#thread.make({ documentId: id, ...turn });
      this.#failures.delete(id);
      this.#rest(id, restAfter(performance.now() - startedAt));
      tell(log, id, made, performance.now() - startedAt);
      if (made.kind === "made") await prunedLater({ jobs, db }, id);
    } catch (error) {
      if (this.#isStopped) return;
      const failures = (this.#failures.get(id) ?? 0) + 1;
      this.#failures.set(id, failures);
      this.#rest(id, restAfterFailures(failures));
      this.#waiting.set(id, turn);
      log.error({ err: error, document: id, failures }, "a snapshot could not be made");
    }
  }

  #rest(id: DocumentId, ms: number): void {
    this.#resting.set(id, performance.now() + ms);
  }
}

function tell(log: SnapshotDeps["log"], document: DocumentId, made: Made, tookMs: number): void {
  if (made.kind !== "made") return;
  const { seq, bytes, damaged } = made;
  log.debug({ document, seq, bytes, tookMs: Math.round(tookMs) }, "made a snapshot");
  for (const one of damaged) log.error({ err: one.error, document, seq: one.seq }, "a damaged snapshot was taken away");
}
