import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Cpu, cpuOf } from "./figures";
import type { Asked, Job, Progress, ServerFigures } from "./messages";
import type { ServerName } from "./options";

export type RunningServer = {
  url: string;
  port: number;
  pid: number;
  ask(question: Asked): Promise<ServerFigures>;
  /** CPU so far: the kernel's count where there is one, else the process's own. */
  cpu(): Promise<Cpu>;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

type Start = { folder: string; server: ServerName; databaseUrl: string; port?: number };

export async function startServer({ folder, server, databaseUrl, port = 0 }: Start): Promise<RunningServer> {
  const child = forkOf(join(folder, `${server}.mjs`), [String(port), databaseUrl]);
  const [told] = (await onceOrEnd(child)) as [{ port: number }];
  const ask = async (question: Asked) => {
    child.send(question);
    const [answer] = (await onceOrEnd(child)) as [ServerFigures];
    return answer;
  };
  const end = async (how: () => void) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    how();
    await ended;
  };
  const pid = child.pid ?? 0;
  return {
    url: `ws://127.0.0.1:${told.port}/sync`,
    port: told.port,
    pid,
    ask,
    cpu: async () => (await cpuOf(pid)) ?? (await ask({ type: "figures" })).cpu,
    kill: () => end(() => child.kill("SIGKILL")),
    stop: () => end(() => child.disconnect()),
  };
}

/** Gives the job to a generator of its own and waits for its answer; `on` is called as it gets on. */
export async function generate<Result>(
  folder: string,
  job: Job,
  on: (phase: Progress["phase"], generator: ChildProcess) => Promise<void>,
): Promise<Result> {
  const child = forkOf(join(folder, "generator.mjs"), []);
  try {
    child.send(job);
    return await new Promise<Result>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`The generator ended with ${code}.`)));
      child.on("message", (progress: Progress) => {
        if (progress.phase === "broke") reject(new Error(progress.message));
        // What a generator answers is known by the job it was given.
        else if (progress.phase === "done") resolve(progress.result as Result);
        else on(progress.phase, child).catch(reject);
      });
    });
  } finally {
    child.kill("SIGKILL");
  }
}

function forkOf(file: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, NODE_ENV: "production" as const };
  return fork(file, args, { env, execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

async function onceOrEnd(child: ChildProcess): Promise<unknown[]> {
  const ended = new AbortController();
  const stop = () => ended.abort(new Error("The server ended before it answered."));
  child.once("exit", stop);
  try {
    return await once(child, "message", { signal: ended.signal });
  } finally {
    child.off("exit", stop);
  }
}
