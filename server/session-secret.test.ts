import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecret } from "./session-secret";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "samsvar-secret-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test("[D5] the secret is made once, is nobody else's to read, and leaves nothing beside it", () => {
  const secret = keptSecret(dataDir);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSecret(dataDir)).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(["session-secret"]);
  expect(statSync(join(dataDir, "session-secret")).mode & 0o777).toBe(0o600);
});

test("[D5] apps that start at once on one data directory have one secret", async () => {
  const program = `import { keptSecret } from ${JSON.stringify(join(import.meta.dirname, "session-secret.ts"))};
    console.log(keptSecret(${JSON.stringify(dataDir)}));`;
  const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program]);
  const said = await Promise.all([1, 2, 3, 4].map(start));
  expect(new Set(said.map(({ stdout }) => stdout.trim()))).toEqual(new Set([keptSecret(dataDir)]));
});

test("a secret that was cut short is refused, not used", () => {
  writeFileSync(join(dataDir, "session-secret"), "");
  expect(() => keptSecret(dataDir)).toThrow("session-secret");
});
