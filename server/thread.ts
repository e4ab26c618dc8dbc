import { Worker } from "node:worker_threads";

/**
 * A thread of our own for work that nobody should wait behind: begun when first asked, ended when it breaks down or says
 * nothing in time. Whatever ended it, the next order begins another. One order at a time.
 */
export type ThreadOptions = {
  /** Where it begins: see `besides`. */
  script: Script;
  memoryMb: number;
  /** What it finds as `workerData`. */
  data?: object;
};

type Script = { url: URL; source?: string };

/** It was given so many milliseconds and has not answered. */
export class Overdue extends Error {
  override readonly name = "Overdue";
}

const GOODBYE = 2000;

/**
 * The script `name` beside the module at `url`. Built, it stands beside the app (server/build.mjs); from source it is begun
 * by a script that compiles what it loads, since whatever compiles our own thread does not reach into others.
 */
export function besides(url: string, name: string): Script {
  if (!url.endsWith(".ts")) return { url: new URL(`./${name}.mjs`, url) };
  return {
    url: new URL("./thread-from-source.mjs", import.meta.url),
    source: new URL(`./${name}.ts`, url).href,
  };
}

export function createThread<Order, Said>({ script, memoryMb, data = {} }: ThreadOptions) {
  let running: Worker | undefined;

  function begin(): Worker {
    const worker = new Worker(script.url, {
      workerData: { ...data, source: script.source },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    worker.unref();
    // Whoever waits for an answer hears of it; one that breaks down unasked must not take the server with it.
    worker.on("error", () => {});
    worker.once("exit", () => {
      if (running === worker) running = undefined;
    });
    return worker;
  }

  /** Resolves with the first word that `isAnswer`. */
  async function ask(order: Order, limitMs: number, isAnswer: (said: Said) => boolean = () => true): Promise<Said> {
    running ??= begin();
    const worker = running;
    return answered(worker, order, limitMs, isAnswer).catch(async (error) => {
      await worker.terminate();
      throw error;
    });
  }

  /** Lets it finish what it is at, for a moment, when there is a word for that. Whoever needs one meanwhile begins another. */
  async function end(goodbye?: Order): Promise<void> {
    const worker = running;
    running = undefined;
    if (!worker) return;
    if (goodbye === undefined) return void (await worker.terminate());
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage(goodbye);
    const timer = setTimeout(() => void worker.terminate(), GOODBYE);
    await gone;
    clearTimeout(timer);
  }

  return { ask, end };
}

export type Resting<Order, Said> = (order: Order) => Promise<Said>;

/** A thread that takes orders one after the other, as they came, and gives its memory back when none has come for `idleMs`. */
export function createRestingThread<Order, Said>(
  options: ThreadOptions,
  { limitMs, idleMs }: { limitMs: number; idleMs: number },
): Resting<Order, Said> {
  const thread = createThread<Order, Said>(options);
  let last: Promise<unknown> = Promise.resolve();
  let rest: NodeJS.Timeout | undefined;
  const ask = (order: Order) => {
    clearTimeout(rest);
    return thread.ask(order, limitMs);
  };
  return (order) => {
    const answer = last.then(() => ask(order));
    const done = () => {
      if (last === settled) rest = setTimeout(() => void thread.end(), idleMs).unref();
    };
    const settled = answer.then(done, done);
    last = settled;
    return answer;
  };
}

function answered<Said>(worker: Worker, order: unknown, limitMs: number, isAnswer: (said: Said) => boolean) {
  let over = () => {};
  const answer = new Promise<Said>((resolve, reject) => {
    const hear = (said: Said) => {
      if (isAnswer(said)) resolve(said);
    };
    const exited = (code: number) => reject(new Error(`Expected an answer; the thread ended with ${code}.`));
    const timer = setTimeout(() => reject(new Overdue(`Expected an answer within ${limitMs} ms.`)), limitMs);
    worker.on("message", hear).once("error", reject).once("exit", exited);
    over = () => {
      clearTimeout(timer);
      worker.off("message", hear).off("error", reject).off("exit", exited);
    };
    worker.postMessage(order);
  });
  return answer.finally(() => over());
}
