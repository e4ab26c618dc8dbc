import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "../sha256";
import { runImport } from "./import-cli";
import { LIMITS } from "./read/paper";

const PAPER = fileURLToPath(new URL("../../tests/fixtures/maalpapir.txt", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await runImport(
    args,
    (text) => out.push(text),
    (text) => complaints.push(text),
  );
  return { code, out: out.join("\n"), complaints: complaints.join("\n") };
}

test("a paper is printed as an indented tree with its counts", async () => {
  const { code, out, complaints } = await run(PAPER);
  expect([code, complaints]).toEqual([0, ""]);
  expect(out.split("\n")[0]).toBe("maalpapir.txt (goal-paper)");
  expect(out).toContain("  section · KKR-mål for tryghed i eget hjem\n    goal · Senest i 2027");
  expect(out).toContain("[placeholder]");
  expect(out).toMatch(/8 section, 4 goal, 2 area, \d+ text, 1 ignored/);
});

test("--json names the file, its SHA-256, and the tree", async () => {
  const { code, out } = await run(PAPER, "--json");
  expect(code).toBe(0);
  const printed = JSON.parse(out);
  expect(Object.keys(printed)).toEqual(["file", "sha256", "kind", "counts", "nodes", "warnings"]);
  expect(printed.sha256).toBe(sha256(readFileSync(PAPER)));
  expect(Object.keys(printed.nodes[0])).toEqual(["kind", "number", "heading", "text", "page", "children", "warnings"]);
});

test("a bad file gives a message that says why, nothing on the way out, and exit code 1", {
  timeout: 60_000,
}, async () => {
  const bad = async (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const { code, out, complaints } = await run(file, "--json");
    expect([code, out]).toEqual([1, ""]);
    return complaints;
  };
  expect(await bad("empty.txt", "")).toContain("there is no text in it");
  expect(await bad("paper.rtf", "{\\rtf1 Aftale}")).toContain("this format is not read");
  expect(await bad("zeros.txt", new Uint8Array(50))).toContain("it is no text");
  expect(await bad("large.txt", new Uint8Array(LIMITS.bytes + 1))).toContain("larger than 50 MB");
  expect((await run(join(folder, "nowhere.txt"))).complaints).toContain("there is no such file");
  expect((await run(folder)).complaints).toContain("it is a folder");
  expect((await run()).complaints).toContain("Usage:");
  expect((await run(PAPER, "--xml")).complaints).toContain("Unknown option --xml");
});
