import type { GridOf, LetterLine, LetterList, LetterNode, LetterTable } from "./shapes";

/** What stands together on a page: no line that leads on is left alone at its foot, and no small table falls in two. */

/** "Kommunen foreslår følgende:" belongs to what stands below it. */
export function leadsOn({ content }: Pick<LetterLine, "content">): boolean {
  const last = content.findLast((inline) => "text" in inline);
  return last !== undefined && "text" in last && last.text.trimEnd().endsWith(":");
}

/** "Der er tre grunde:" leads on to the points below it; in the middle of a list it leads nowhere. */
export function leadsToPoints(item: LetterList["items"][number]): boolean {
  return item.children.length > 0 && leadsOn(item);
}

const SMALL_ROWS = 8;
const SMALL_LETTERS = 900;

/** Surely less than half a page. */
export function isSmall({ rows, cells }: LetterTable): boolean {
  return rows <= SMALL_ROWS && cells.reduce((all, { body }) => all + lettersIn(body), 0) <= SMALL_LETTERS;
}

const SHORT_LETTERS = 1200;

/** A cell of so few letters, however narrow, is less than a page: its row may be kept whole. */
export function isShort({ body }: LetterTable["cells"][number]): boolean {
  return lettersIn(body) <= SHORT_LETTERS;
}

/** A line counts for some letters, however few it has. */
const LINE = 15;

function lettersIn(nodes: readonly LetterNode[]): number {
  let letters = 0;
  for (const node of nodes) {
    if (node.kind === "list")
      letters += node.items.reduce((all, item) => all + lettersOf(item) + lettersIn(item.children), 0);
    else if (node.kind === "table") letters += node.cells.reduce((all, { body }) => all + lettersIn(body), 0);
    else letters += lettersOf(node);
  }
  return letters;
}

function lettersOf({ content, reference }: LetterLine): number {
  return content.reduce((all, inline) => all + ("text" in inline ? inline.text.length : LINE), LINE + reference.length);
}

/** The first columns whose every cell heads its row; none where that is all of them. */
export function headerColumnsOf({ cells, columns }: Pick<GridOf<unknown>, "cells" | "columns">): number {
  let count = 0;
  const heads = (x: number) => cells.every((cell) => cell.x > x || cell.x + cell.colspan <= x || cell.header);
  while (count < columns - 1 && heads(count)) count++;
  const crosses = cells.some((cell) => cell.x < count && cell.x + cell.colspan > count && !cell.header);
  return crosses ? 0 : count;
}
