import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UNUSED_COMMANDS } from "../../vite-lean";

test("[E33] nobody asks for a command that the pages' build leaves out", () => {
  const root = join(import.meta.dirname, "../../app/editor");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const asked = new RegExp(`(?:commands|\\(\\))\\s*\\.(?:${UNUSED_COMMANDS.join("|")})\\(`);
  expect(files.filter((name) => asked.test(readFileSync(join(root, name), "utf8")))).toEqual([]);
});
