import { Refusal } from "../../errors";
import { besides, createThread, Overdue } from "../../thread";
import type { Said } from "./making-worker";
import type { Order } from "./orders";

export type Workshop = {
  /** The bytes of what was ordered, when its turn has come. */
  make(order: Order): Promise<Uint8Array>;
  stop(): Promise<void>;
};

export type WorkshopOptions = {
  limitMs: number;
  /** Orders hold whole texts; beyond so many that wait, somebody is told to come back. */
  mostWaiting: number;
  memoryMb: number;
  /** A thread that nobody has needed for so long gives its memory back. */
  idleMs: number;
  /** What begins the thread; for tests. */
  script: ReturnType<typeof besides>;
};

const USUAL: WorkshopOptions = {
  limitMs: 60_000,
  mostWaiting: 16,
  memoryMb: 1024,
  idleMs: 10 * 60_000,
  script: besides(import.meta.url, "making-worker"),
};

type Thread = ReturnType<typeof createThread<Order, Said>>;

/**
 * Where files are made: a thread that is kept, one file at a time, in the order they were asked for. What takes too long, and
 * what comes when too many wait, is refused; a thread that breaks down is begun anew and asked once more. [X19]
 */
export function createWorkshop(options: Partial<WorkshopOptions> = {}): Workshop {
  const { limitMs, mostWaiting, memoryMb, idleMs, script } = { ...USUAL, ...options };
  const thread: Thread = createThread<Order, Said>({ script, memoryMb });
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let rest: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    async make(order) {
      if (waiting > mostWaiting) throw new Refusal("conflict", "too-many-files");
      waiting += 1;
      const made = last.then(() => {
        clearTimeout(rest);
        return madeIn(thread, order, { limitMs, mayTryAgain: () => !isStopped });
      });
      const done = () => {
        waiting -= 1;
        if (waiting === 0) rest = setTimeout(() => void thread.end(), idleMs).unref();
      };
      last = made.then(done, done);
      return made;
    },
    stop: () => {
      isStopped = true;
      return thread.end();
    },
  };
}

type Bounds = { limitMs: number; mayTryAgain: () => boolean };

async function madeIn(thread: Thread, order: Order, bounds: Bounds): Promise<Uint8Array> {
  const said = await asked(thread, order, bounds);
  if ("bytes" in said) return said.bytes;
  if ("refused" in said) throw new Refusal(said.refused.kind, said.refused.code, said.refused.fields);
  if ("isOverdue" in said) throw new Refusal("conflict", "file-took-too-long");
  throw said.error;
}

/** Twice, for what broke the thread may have been another's doing; not again what has had its time. */
async function asked(thread: Thread, order: Order, { limitMs, mayTryAgain }: Bounds): Promise<Said> {
  const once = () =>
    thread.ask(order, limitMs).catch((error): Said => {
      if (error instanceof Overdue) return { isOverdue: true };
      throw error;
    });
  return once().catch((error) => {
    if (mayTryAgain()) return once();
    throw error;
  });
}
