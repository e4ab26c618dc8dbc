import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";
import type { Times } from "../../../server/sync/limits";
import type { Rights } from "../server";

let program: Promise<string> | undefined;

/** Compiled once for a test file: a node that compiles itself needs three times as long to start. */
function compiled(): Promise<string> {
  program ??= compile(join("test-results", `node-${process.pid}.mjs`));
  return program;
}

/** Inside of the project, so that it finds the packages. */
async function compile(outfile: string): Promise<string> {
  const entryPoint = join(import.meta.dirname, "node-process.ts");
  const options = { bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" } as const;
  await build({ ...options, entryPoints: [entryPoint], outfile, logLevel: "warning" });
  return outfile;
}

/** A node in a process of its own. */
export async function startProcess(url: string, name: string, rights: Rights, times: Partial<Times> = {}) {
  const args = [await compiled(), JSON.stringify({ url, name, rights: [...rights], times })];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "pipe", "ipc"] });
  let complaints = "";
  child.stderr?.on("data", (text) => {
    complaints += text;
  });
  const { port } = await answer<{ port: number }>(child, () => complaints);
  return {
    port,
    url: `ws://127.0.0.1:${port}/sync`,
    complaints: () => complaints,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** Bytes of the whole process. */
    memory: async () => {
      child.send("memory");
      return (await answer<{ memory: number }>(child, () => complaints)).memory;
    },
    end: async (signal: "SIGKILL" | "SIGTERM"): Promise<number | null> => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, "exit");
      child.kill(signal);
      return (await gone)[0];
    },
  };
}

export type Process = Awaited<ReturnType<typeof startProcess>>;

async function answer<Said>(child: ChildProcess, complaints: () => string): Promise<Said> {
  const [said] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (typeof said === "object" && said !== null) return said as Said;
  throw new Error(`Expected the node to answer; it ended with ${said}: ${complaints()}`);
}

/** Two nodes (or one) on one database; for one that is killed, the next already stands by. */
export async function fleet(url: string, count: number, rights: Rights, times: Partial<Times> = {}) {
  let made = 0;
  const start = () => startProcess(url, `node-${++made}`, rights, times);
  const nodes = await Promise.all(Array.from({ length: count }, start));
  let spare = start();
  spare.catch(() => {});
  return {
    nodes,
    at: (index: number) => nodes[index] as Process,
    /** Ends the node; the next one takes its place. */
    replace: async (index: number, signal: "SIGKILL" | "SIGTERM") => {
      const code = await nodes[index]?.end(signal);
      const next = spare;
      nodes[index] = await next;
      spare = start();
      spare.catch(() => {});
      return code;
    },
    stop: async () => {
      const last = await spare.catch(() => null);
      await Promise.all([...nodes, last].map((node) => node?.end("SIGKILL")));
    },
  };
}
