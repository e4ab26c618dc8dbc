import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

export const run = promisify(execFile);

/** Asks again and again until the answer is yes; false when it stayed no for the whole time. */
export async function waitUntil(isSo: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const everyMs = 50;
  for (let left = (seconds * 1000) / everyMs; left > 0; left--) {
    if (await isSo()) return true;
    await pause(everyMs);
  }
  return isSo();
}

/**
 * When a process was started, in a form that is only good for comparing: pid and start together name one process
 * for ever. Null for a process that has ended, also when nobody has reaped it (an init that does not would
 * otherwise keep a dead postmaster "alive" until the machine is restarted).
 */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== "linux") return (await ps(pid, "lstart")) || null;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (!stat) return null;
  // The command's name stands in brackets and may itself hold spaces and brackets.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? null : (fields[18] ?? null);
}

export async function isAlive(pid: number): Promise<boolean> {
  return (await startOf(pid)) !== null;
}

/** What the process was called with; empty when it has ended. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform !== "linux") return ps(pid, "command");
  const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return line.replaceAll("\0", " ");
}

async function ps(pid: number, column: string): Promise<string> {
  return run("ps", ["-o", `${column}=`, "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
}
