import { randomBytes } from "node:crypto";
import { chmodSync, constants, copyFileSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Made once and kept, so that a restart signs nobody out and all apps on one data directory know the same cookies and
 * open what the others have sealed.
 */
export function keptSecret(dataDir: string, name: "session-secret" | "secrets-key" = "session-secret"): string {
  const path = join(dataDir, name);
  // Written aside and linked into place: of several that start at once one wins, and nobody reads half a secret.
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, randomBytes(32).toString("hex"), { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch {
    // Somebody was first; or this disk (a network share) knows no links.
    if (!existsSync(path)) copyFileSync(aside, path, constants.COPYFILE_EXCL);
  } finally {
    rmSync(aside);
  }
  chmodSync(path, 0o600);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 32) throw new Error(`Expected ${path} to hold a secret; it is cut short. Remove it.`);
  return secret;
}
