import { readdir, readFile } from "node:fs/promises";

/** Of the kernel's clock in /proc; 100 a second on every Linux that Node runs on. */
const TICK = 10_000;

/** CPU microseconds so far: in the program, and in the kernel on its behalf. */
export type Cpu = { user: number; system: number };

/** Of one process; null where there is no /proc. */
export async function cpuOf(pid: number): Promise<Cpu | null> {
  const fields = await statOf(pid);
  return fields && { user: numberIn(fields, UTIME) * TICK, system: numberIn(fields, STIME) * TICK };
}

/** Microseconds its threads have run so far, finely; null where the kernel does not say. */
export async function runOf(pid: number): Promise<number | null> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const stats = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => null)),
  );
  if (stats.length === 0 || stats.includes(null)) return null;
  return stats.reduce((sum, stat) => sum + Number(stat?.split(" ")[0] ?? 0) / 1000, 0);
}

/** CPU microseconds of a process with all it has started, those that have ended among them. */
export async function cpuOfFamily(pid: number): Promise<number | null> {
  const own = await statOf(pid);
  if (!own) return null;
  const ended = numberIn(own, ENDED_UTIME) + numberIn(own, ENDED_STIME);
  let ticks = ended + numberIn(own, UTIME) + numberIn(own, STIME);
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const child = await statOf(Number(name));
    if (child && numberIn(child, PARENT) === pid) ticks += numberIn(child, UTIME) + numberIn(child, STIME);
  }
  return ticks * TICK;
}

export async function parentOf(pid: number): Promise<number | null> {
  const fields = await statOf(pid);
  return fields && numberIn(fields, PARENT);
}

/** Resident memory in MB now, and at its highest. */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => null);
  if (status === null) return null;
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** Places after the command's name, which may itself hold spaces and brackets. (proc(5), from field 3) */
const [PARENT, UTIME, STIME, ENDED_UTIME, ENDED_STIME] = [1, 11, 12, 13, 14];

async function statOf(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return stat ? stat.slice(stat.lastIndexOf(")") + 2).split(" ") : null;
}

function numberIn(fields: readonly string[], at: number): number {
  return Number(fields[at] ?? 0);
}
