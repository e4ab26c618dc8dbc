import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Case, CaseSet } from "./cases";
import { clauseRows, type Plain } from "./rows";

/** The real papers lie beside the repository and are never copied into it; without them there is nothing to measure. */
const SEEDS = fileURLToPath(new URL("../../../../shared/seeds/", import.meta.url));
/** What is shorter is a heading or a caption. */
const REMARK_LETTERS = 120;
/** A line of prose that ends here ends its paragraph. */
const SHORT = 90;

/** Two papers in which what is said stands below what it is said about: their own goals are the clauses. */
export function seedSets(): CaseSet[] {
  if (!existsSync(`${SEEDS}000-vurdering-af-implementering.txt`)) return [];
  return [
    assessment(read("000-vurdering-af-implementering.txt")),
    followUp(read("002-opfoelgning-paa-sundhedsstrategien-2018.txt")),
  ];
}

function read(file: string): string[] {
  const text = readFileSync(SEEDS + file, "utf8").replace(/\r/g, "");
  return text.split("\n").map((line) => line.trim());
}

/** "KKR-mål …" with its goals, then "Hvordan …:" and the answer: a goal is right for what is answered below its heading. */
function assessment(lines: readonly string[]): CaseSet {
  const rows: Plain[] = [];
  const cases: { text: string; heading: number }[] = [];
  let heading = -1;
  let isAnswer = false;
  for (const line of paragraphs(lines)) {
    if (/^(KKR-mål (for|om)|Udviklingsområder:)/.test(line)) {
      heading = rows.push({ depth: 0, kind: "section", number: "", heading: line, text: "" }) - 1;
      isAnswer = false;
    } else if (/^(Hvordan|Hvilke) .*:$/.test(line)) isAnswer = true;
    else if (heading >= 0 && !isAnswer) rows.push({ depth: 1, kind: "goal", number: "", heading: "", text: line });
    else if (isAnswer && line.length >= REMARK_LETTERS) cases.push({ text: line, heading });
  }
  const made = clauseRows(rows);
  return { name: "seed 000: vurdering", isHeldOut: true, rows: made, cases: cases.map((one) => below(made, one)) };
}

function below(rows: readonly ClauseRow[], { text, heading }: { text: string; heading: number }): Case {
  const parent = rows[heading]?.id;
  return { text, headings: [], about: new Set(rows.filter(({ parentId }) => parentId === parent).map(({ id }) => id)) };
}

/** "Mål: …" and what is told of it until the next. */
function followUp(lines: readonly string[]): CaseSet {
  const rows: Plain[] = [];
  const said: { text: string; goal: number }[] = [];
  for (const line of paragraphs(lines)) {
    const goal = /^Mål: (.*)$/.exec(line)?.[1];
    if (goal) rows.push({ depth: 0, kind: "goal", number: "", heading: "", text: goal });
    else if (rows.length > 0 && line.length >= REMARK_LETTERS) said.push({ text: line, goal: rows.length - 1 });
  }
  const made = clauseRows(rows);
  const cases = said.map(({ text, goal }) => ({ text, headings: [], about: new Set([made[goal]?.id ?? ""]) }));
  return { name: "seed 002: opfølgning", isHeldOut: true, rows: made, cases };
}

const BEGINS = /^(KKR-mål (for|om)|Udviklingsområder:|Hvordan |Hvilke |Mål: )/u;
const ONE_LINE = /^KKR-mål (for|om)/;

/** Lines that are one paragraph: until one that ends a sentence and is short, is empty twice, or begins something new. */
function paragraphs(lines: readonly string[]): string[] {
  const found: string[] = [];
  let open = "";
  const close = () => {
    if (open) found.push(open.replace(/\s+/g, " "));
    open = "";
  };
  for (const line of lines) {
    if (BEGINS.test(line) || (open.startsWith("Mål: ") && !/^\p{Ll}/u.test(line)) || ONE_LINE.test(open)) close();
    if (line) open = open ? `${open} ${line}` : line;
    if (line.endsWith(":") || (line.endsWith(".") && line.length < SHORT)) close();
  }
  close();
  return found;
}
