import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "samsvar-test-";

/** A folder that goes away with the run, or with the next one. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's database runs as another account, which must be able to pass through.
  chmodSync(folder, 0o755);
  return folder;
}

/** Whose process is no longer there: it cannot have taken it away. */
export function isLeftBehind(name: string): boolean {
  return name.startsWith(PREFIX) && !isRunning(Number.parseInt(name.slice(PREFIX.length), 10));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
