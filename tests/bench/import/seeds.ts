import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { flatten } from "../../../app/document-model/proposal";
import type { Read } from "../../../server/agreements/read/proposal";
import { type Count, count } from "./compare";
import { readFileAs } from "./read-as";

/** The real papers and their truth by hand lie beside the repository and are never copied into it. */
const SHARED = fileURLToPath(new URL("../../../../shared/", import.meta.url));

type Truth = { file: string; headings: string[]; goals: Record<string, number>; bullets: number };
export type Seed = { file: string; headings: Count; goals: Count; bullets: string };

export async function measureSeeds(): Promise<Seed[] | { skipped: string }> {
  if (!existsSync(`${SHARED}truth/import.json`)) return { skipped: "../shared/truth/import.json is not here" };
  const documents: Truth[] = JSON.parse(readFileSync(`${SHARED}truth/import.json`, "utf8")).documents;
  const measured: Seed[] = [];
  for (const truth of documents) measured.push(await measure(truth));
  return measured;
}

async function measure(truth: Truth): Promise<Seed> {
  const read = await readFileAs(readFileSync(SHARED + truth.file), truth.file);
  if ("refused" in read) throw new Error(`Expected ${truth.file} to be read; it was refused: ${read.refused}.`);
  const bullets = read.blocks.filter((block) => block.type === "item" && block.in !== "goals").length;
  return {
    file: truth.file.replace("seeds/", ""),
    headings: countBeginnings(truth.headings, headingsOf(read)),
    goals: count(wantedGoals(truth), readGoals(read, truth)),
    bullets: `${bullets}/${truth.bullets}`,
  };
}

function headingsOf(read: Read): string[] {
  return read.blocks.flatMap((block) => {
    if (block.type !== "heading") return [];
    const title = [block.heading.number, ...block.heading.lines]
      .join(" ")
      .trim()
      .replace(/-\s(?=\p{Ll})/u, "");
    return [letters(title)];
  });
}

/** The truth says how each heading begins. "Vedr.", signs and case do not count. */
function countBeginnings(wanted: readonly string[], read: readonly string[]): Count {
  let from = 0;
  let found = 0;
  for (const begins of wanted) {
    const at = read.findIndex((title, index) => index >= from && title.startsWith(letters(begins)));
    if (at < 0) continue;
    found += 1;
    from = at + 1;
  }
  return { found, wanted: wanted.length, false: read.length - found };
}

/** One entry a goal: the heading it stands under. */
function wantedGoals(truth: Truth): string[] {
  return Object.entries(truth.goals).flatMap(([heading, many]) => Array.from({ length: many }, () => letters(heading)));
}

function readGoals(read: Read, truth: Truth): string[] {
  const nodes = flatten(read.proposal.nodes);
  const headings = new Map(nodes.map((node) => [node.id, letters(node.heading)]));
  return nodes.flatMap((node) => {
    if (node.kind !== "goal") return [];
    const heading = headings.get(node.parentId ?? "") ?? "";
    return [
      Object.keys(truth.goals)
        .map(letters)
        .find((begins) => heading.startsWith(begins)) ?? heading,
    ];
  });
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/^vedr\.?/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
