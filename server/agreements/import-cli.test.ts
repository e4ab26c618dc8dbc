import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "../sha256";
import { runImport } from "./import-cli";

const PAPER = fileURLToPath(new URL("../../tests/fixtures/maalpapir.txt", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = runImport(
    args,
    (text) => out.push(text),
    (text) => complaints.push(text),
  );
  return { code, out: out.join("\n"), complaints: complaints.join("\n") };
}

test("a paper is printed as an indented tree with its counts", () => {
  const { code, out, complaints } = run(PAPER);
  expect([code, complaints]).toEqual([0, ""]);
  expect(out.split("\n")[0]).toBe("maalpapir.txt (goal-paper)");
  expect(out).toContain("  section · KKR-mål for tryghed i eget hjem\n    goal · Senest i 2027");
  expect(out).toContain("[placeholder]");
  expect(out).toMatch(/8 section, 4 goal, 2 area, \d+ text, 1 ignored/);
});

test("--json names the file, its SHA-256, and the tree", () => {
  const { code, out } = run(PAPER, "--json");
  expect(code).toBe(0);
  const printed = JSON.parse(out);
  expect(Object.keys(printed)).toEqual(["file", "sha256", "kind", "counts", "nodes", "warnings"]);
  expect(printed.sha256).toBe(sha256(readFileSync(PAPER)));
  expect(Object.keys(printed.nodes[0])).toEqual(["kind", "number", "heading", "text", "page", "children", "warnings"]);
});

test("a bad file gives a message that says why, nothing on the way out, and exit code 1", () => {
  const bad = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const { code, out, complaints } = run(file, "--json");
    expect([code, out]).toEqual([1, ""]);
    return complaints;
  };
  expect(bad("empty.txt", "")).toContain("there is no text in it");
  expect(bad("paper.pdf", "%PDF-1.4")).toContain("only text and Markdown are read so far");
  expect(bad("zeros.txt", new Uint8Array(50))).toContain("it is no text");
  expect(bad("large.txt", new Uint8Array(20 * 1024 * 1024 + 1))).toContain("larger than 20 MB");
  expect(run(join(folder, "nowhere.txt")).complaints).toContain("there is no such file");
  expect(run(folder).complaints).toContain("it is a folder");
  expect(run().complaints).toContain("Usage:");
  expect(run(PAPER, "--xml").complaints).toContain("Unknown option --xml");
});
