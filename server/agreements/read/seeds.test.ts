import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { flatten, type ProposalNode } from "../../../app/document-model/proposal";
import type { Block } from "./blocks";
import { proposalOf } from "./proposal";
import { readText } from "./text";

/**
 * The real papers lie outside the repository and are never copied into it. Where they are not, these tests are skipped;
 * fixtures.test.ts holds the same traps in words of our own.
 */
const SHARED = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const isHere = existsSync(`${SHARED}truth/import.json`);
const reason = isHere ? "" : " (skipped: ../shared is not beside the repository)";

type Truth = { file: string; headings: string[]; goals: Record<string, number>; bullets: number };

describe.skipIf(!isHere)(`the five real papers${reason}`, () => {
  const documents: Truth[] = isHere ? JSON.parse(readFileSync(`${SHARED}truth/import.json`, "utf8")).documents : [];
  const measured = documents.map(measure);

  test("[S2] at least 70 of 72 headings are found, at most 2 are false, and every goal is found", () => {
    console.table(measured.map(({ file, headings, goals, bullets }) => ({ file, headings, goals, bullets })));
    const sum = (pick: (one: Measured) => number) => measured.reduce((total, one) => total + pick(one), 0);
    const [found, read, true_] = [sum((one) => one.found), sum((one) => one.read), sum((one) => one.wanted)];
    console.info(
      `headings: recall ${found}/${true_}, precision ${found}/${read}; goals ${sum((one) => one.goalsFound)}`,
    );
    expect(true_).toBe(72);
    expect(found).toBeGreaterThanOrEqual(70);
    expect(read - found).toBeLessThanOrEqual(2);
    expect(sum((one) => one.goalsFound)).toBe(27);
    expect(sum((one) => one.goalsRead)).toBe(27);
  });

  test.each(measured)("$file has its goals under their headings, and its other bullets", (one) => {
    expect(one.goalsByHeading).toEqual(one.truth.goals);
    expect(one.bulletsRead).toBe(one.truth.bullets);
  });

  test("the draft of 2016 has 3 + 3 + 2 goals in three areas, each under a heading of its own", () => {
    expect(goalsPerSection(nodesOf("seeds/003-kkr-maal-for-sundhed-2016.md"))).toEqual([3, 3, 2]);
  });

  test("the paper of 2017 has 1 + 2 + 2 goals and the development areas A to C", () => {
    const nodes = nodesOf("seeds/001-kkr-maal-for-sundhed-2017.txt");
    expect(goalsPerSection(nodes)).toEqual([1, 2, 2]);
    const areas = flatten(nodes).filter((node) => node.kind === "area");
    expect(areas.map((node) => node.number)).toEqual(["A", "B", "C"]);
    expect(areas.every((node) => node.heading !== "")).toBe(true);
  });
});

type Measured = ReturnType<typeof measure>;

function measure(truth: Truth) {
  const blocks = blocksOf(truth.file);
  const nodes = flatten(nodesOf(truth.file));
  const read = blocks.flatMap((block) => (block.type === "heading" ? [titleOf(block)] : []));
  const found = inOrder(truth.headings, read);
  const goalsByHeading = goalCounts(truth, nodes);
  const goalsRead = nodes.filter((node) => node.kind === "goal").length;
  const goalsWanted = Object.values(truth.goals).reduce((sum, count) => sum + count, 0);
  const goalsFound = Object.values(goalsByHeading).reduce((sum, count) => sum + count, 0);
  const bulletsRead = blocks.filter((block) => block.type === "item" && block.in !== "goals").length;
  return {
    truth,
    file: truth.file.replace("seeds/", "").slice(0, 20),
    wanted: truth.headings.length,
    found,
    read: read.length,
    goalsByHeading,
    goalsRead,
    goalsFound,
    bulletsRead,
    headings: `${found}/${truth.headings.length}, ${read.length - found} false`,
    goals: `${goalsFound}/${goalsWanted}, ${goalsRead - goalsFound} false`,
    bullets: `${bulletsRead}/${truth.bullets}`,
  };
}

function read(file: string) {
  let last = 0;
  const paper = readText(readFileSync(SHARED + file), file);
  if ("refused" in paper) throw new Error(`${file} was refused: ${paper.refused}`);
  return proposalOf(paper, { newId: () => String(++last) });
}

function blocksOf(file: string): Block[] {
  return read(file).blocks;
}

function nodesOf(file: string): ProposalNode[] {
  return read(file).proposal.nodes;
}

function titleOf({ heading }: Block & { type: "heading" }): string {
  return [heading.number, ...heading.lines]
    .join(" ")
    .trim()
    .replace(/-\s(?=\p{Ll})/u, "");
}

/** "Vedr.", signs and case do not count when headings are compared. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^vedr\.?/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many of the wanted headings are read, in the order in which they stand. */
function inOrder(wanted: readonly string[], read: readonly string[]): number {
  let from = 0;
  let found = 0;
  for (const begins of wanted) {
    const at = read.findIndex((title, index) => index >= from && plain(title).startsWith(plain(begins)));
    if (at < 0) continue;
    found += 1;
    from = at + 1;
  }
  return found;
}

function goalCounts(truth: Truth, nodes: ReturnType<typeof flatten>): Record<string, number> {
  const headingOf = new Map(nodes.map((node) => [node.id, node.heading]));
  const counts: Record<string, number> = {};
  for (const node of nodes) {
    if (node.kind !== "goal") continue;
    const heading = headingOf.get(node.parentId ?? "") ?? "";
    const begins = Object.keys(truth.goals).find((key) => plain(heading).startsWith(plain(key))) ?? heading;
    counts[begins] = (counts[begins] ?? 0) + 1;
  }
  return counts;
}

function goalsPerSection(nodes: readonly ProposalNode[]): number[] {
  return nodes.flatMap((node) => {
    const own = node.children.filter((child) => child.kind === "goal").length;
    return own > 0 ? [own] : goalsPerSection(node.children);
  });
}
