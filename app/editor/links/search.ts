import type { ClauseRow } from "../../../server/agreements/shapes";

/** How well a clause answers what was typed; 0 is not at all. */
type Score = 0 | 1 | 2 | 3 | 4;

/**
 * The clauses that answer a query, best first: by number, then by words, then by words nearly so. Of two that answer
 * equally well the viewer's own comes first, then the order of the source. [L5]
 */
export function searchClauses(clauses: readonly ClauseRow[], query: string, mine: ReadonlySet<string>): ClauseRow[] {
  const words = wordsOf(query);
  const number = numberOf(query);
  return clauses
    .map((clause, order) => ({ clause, order, score: scoreOf(clause, words, number) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || rank(mine, a.clause) - rank(mine, b.clause) || a.order - b.order)
    .map(({ clause }) => clause);
}

function rank(mine: ReadonlySet<string>, clause: ClauseRow): number {
  return mine.has(clause.id) ? 0 : 1;
}

function scoreOf(clause: ClauseRow, words: readonly string[], number: string): Score {
  if (words.length === 0) return 1;
  const own = numberOf(clause.number);
  if (number !== "" && own === number) return 4;
  if (number !== "" && own.startsWith(number)) return 3;
  const inClause = wordsOf(`${clause.number} ${clause.heading} ${clause.text} ${clause.path}`);
  if (words.every((word) => inClause.some((other) => other.startsWith(word)))) return 2;
  return words.every((word) => inClause.some((other) => isNearly(word, other))) ? 1 : 0;
}

/** "§ 3.2", "mål 3,2" and "3.2." are the same number. */
function numberOf(text: string): string {
  const bare = text.toLowerCase().replace(/§|pkt\.?|punkt|mål|nr\.?|\s/g, "");
  return /^\d/.test(bare) || bare.length === 1 ? bare.replace(/,/g, ".").replace(/\.$/, "") : "";
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The beginning of the other word with one slip of the finger in four letters, two in eight. */
function isNearly(word: string, other: string): boolean {
  if (other.startsWith(word)) return true;
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  return slips > 0 && prefixDistance(word, other) <= slips;
}

/** The fewest edits that make `word` a beginning of `other`. */
function prefixDistance(word: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...word].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column++) {
      const kept = (row[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
      next.push(Math.min(kept, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
