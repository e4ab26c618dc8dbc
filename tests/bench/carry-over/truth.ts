import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { flatten } from "../../../app/document-model/proposal";
import type { ClauseId } from "../../../db/ids";
import { proposalOf } from "../../../server/agreements/read/proposal";
import { readText } from "../../../server/agreements/read/text";
import { align } from "../../../server/carry-over/rules";
import type { AlignedRow, Clause } from "../../../server/carry-over/shapes";

/** Two real versions of a paper with their hand-made truth lie outside the repository, and are never copied into it. */
const SHARED = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const FILES = {
  truth: "truth/carry-over-003-to-001.json",
  before: "seeds/003-kkr-maal-for-sundhed-2016.md",
  after: "seeds/001-kkr-maal-for-sundhed-2017.txt",
};

export const missing = Object.values(FILES).filter((file) => !existsSync(SHARED + file));

type Truth = { pairs: { from: string; to: string[] }[]; without: string[] };

export type Judged = {
  pairs: number;
  first: number;
  amongThree: number;
  without: number;
  droppedFound: number;
  droppedFalsely: number;
  silent: number;
  silentlyWrong: number;
  /** What went wrong, by how the clauses begin. */
  faults: string[];
};

/** The alignment of the two real versions, judged by the truth. */
export function judge(): Judged {
  const truth: Truth = JSON.parse(readFileSync(SHARED + FILES.truth, "utf8"));
  const [before, after] = [clausesOf(FILES.before), clausesOf(FILES.after)];
  const rows = new Map(align(before, after).rows.map((row) => [row.from, row]));
  const rowOf = (begins: string) => rows.get(find(before, begins)) as AlignedRow;
  const pairs = truth.pairs.map(({ from, to }) => {
    const row = rowOf(from);
    const right = to.map((begins) => find(after, begins));
    return { from, row, to: right, place: suggested(row).findIndex((id) => right.includes(id)) };
  });
  const without = truth.without.map((from) => ({ from, row: rowOf(from) }));
  const dropped = pairs.filter(({ row }) => row.change === "dropped");
  const kept = without.filter(({ row }) => row.change !== "dropped");
  const silent = [...rows.values()].filter(({ isCertain }) => isCertain);
  const wrong = [
    ...pairs.filter(({ row, to }) => row.isCertain && !row.to.every((id) => to.includes(id))),
    ...without.filter(({ row }) => row.isCertain),
  ];
  return {
    pairs: pairs.length,
    first: pairs.filter(({ place }) => place === 0).length,
    amongThree: pairs.filter(({ place }) => place >= 0).length,
    without: without.length,
    droppedFound: without.length - kept.length,
    droppedFalsely: dropped.length,
    silent: silent.length,
    silentlyWrong: wrong.length,
    faults: [
      ...pairs.filter(({ place }) => place !== 0).map(({ from, place }) => `right is number ${place + 1}: ${from}`),
      ...dropped.map(({ from }) => `said to be dropped: ${from}`),
      ...kept.map(({ from, row }) => `said to be ${row.change}: ${from}`),
      ...wrong.map(({ from }) => `carried silently: ${from}`),
    ],
  };
}

function suggested(row: AlignedRow): ClauseId[] {
  return row.isCertain ? row.to : row.suggestions.map(({ to }) => to);
}

function clausesOf(file: string): Clause[] {
  let last = 0;
  const paper = readText(readFileSync(SHARED + file), file);
  if ("refused" in paper) throw new Error(`${file} was refused: ${paper.refused}`);
  const { proposal } = proposalOf(paper, { newId: () => String(++last) });
  return flatten(proposal.nodes).flatMap(({ id, parentId, kind, number, heading, text }, position) => {
    if (kind === "ignored") return [];
    return [{ id: id as ClauseId, parentId: parentId as ClauseId | null, kind, number, heading, text, position }];
  });
}

/** The clause that begins so (ways to begin are parted by "|"), or, where none does, that holds the words. */
function find(clauses: readonly Clause[], begins: string): ClauseId {
  const ways = begins
    .split("|")
    .map(plain)
    .filter((way) => way !== "");
  const texts = clauses.map(({ id, number, heading, text }) => {
    return { id, readings: [`${number} ${heading} ${text}`, `${heading} ${text}`].map(plain) };
  });
  const found =
    texts.find(({ readings }) => ways.some((way) => readings.some((reading) => reading.startsWith(way)))) ??
    texts.find(({ readings }) => ways.some((way) => readings.some((reading) => reading.includes(way))));
  if (!found) throw new Error(`The truth names a clause that is not read: ${begins}`);
  return found.id;
}

/** Letters and figures; a footnote's sign before the text does not count. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^\p{N}+ (?=\p{L})/u, "");
}
