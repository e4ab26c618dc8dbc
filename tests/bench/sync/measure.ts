import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchDatabase } from "./database";
import { type Cpu, memoryOf } from "./figures";
import type { Load } from "./loads";
import type { Asked, Typed } from "./messages";
import type { Options, ServerName } from "./options";
import { generate, type RunningServer, startServer } from "./processes";
import { watchSlices } from "./slices";

export type Bench = { folder: string; database: BenchDatabase; options: Options };

export type Measured = Typed & {
  /** CPU microseconds within the measured seconds; PostgreSQL's is null where it cannot be seen. */
  cpu: { node: number; inKernel: number; quiet: number | null; postgres: number | null; commits: number };
  memory: { before: number; peak: number; after: number } | null;
  seconds: number;
  /** Called saved, and not in the database. */
  broken: number;
};

/** One server under one load. */
export async function measure({ folder, database, options }: Bench, server: ServerName, load: Load): Promise<Measured> {
  const { rooms, socketsPerRoom, updatesPerSecond } = load;
  const { warmSeconds, seconds } = options;
  const documentIds = server === "ours" ? await database.documents(rooms) : Array.from({ length: rooms }, randomUUID);
  await database.settle();
  const running = await startServer({ folder, server, databaseUrl: database.url });
  const place = { url: running.url, server, documentIds, socketsPerRoom };
  const before = (await memoryOf(running.pid))?.now ?? 0;
  const moments: Moment[] = [];
  let quiet: () => number | null = () => null;
  let quietest: number | null = null;
  const typed = await generate<Typed>(
    folder,
    { type: "typing", ...place, updatesPerSecond, warmSeconds, seconds },
    async (phase) => {
      if (phase !== "measuring" && phase !== "measured") return;
      if (phase === "measuring") quiet = watchSlices(running.pid);
      else quietest = quiet();
      moments.push(await moment(running, database));
      if (options.profile) await running.ask(profileAt(phase, join(options.profile, `${server}-${rooms}.cpuprofile`)));
    },
  );
  await pause(1000);
  const memory = await memoryOf(running.pid);
  await running.stop();
  const [start, end] = moments;
  if (!start || !end) throw new Error("Expected the generator to tell when it measures.");
  return {
    ...typed,
    cpu: { ...between(start, end), quiet: quietest },
    memory: memory && { before, peak: memory.peak, after: memory.now },
    seconds: (end.at - start.at) / 1000,
    broken: server === "ours" ? await database.missing(typed.acknowledged) : 0,
  };
}

function profileAt(phase: "measuring" | "measured", file: string): Asked {
  return phase === "measuring" ? { type: "profile" } : { type: "write-profile", file };
}

type Moment = { at: number; node: Cpu; postgres: number | null; commits: number };

async function moment(server: RunningServer, database: BenchDatabase): Promise<Moment> {
  const at = performance.now();
  return { at, node: await server.cpu(), postgres: await database.cpu(), commits: await database.commits() };
}

function between(start: Moment, end: Moment) {
  const postgres = start.postgres === null || end.postgres === null ? null : end.postgres - start.postgres;
  const inKernel = end.node.system - start.node.system;
  const node = end.node.user - start.node.user + inKernel;
  return { node, inKernel, postgres, commits: end.commits - start.commits };
}
