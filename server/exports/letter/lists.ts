import type { LetterItem, LetterLine, LetterList } from "./shapes";

export type FlatItem = LetterLine & { ordered: boolean; depth: number };

/**
 * A run of flat list items as lists in lists. A depth that skips a step counts as one step; a change between bullets and
 * numbers begins a new list, so each ordered list counts from 1.
 */
export function nested(run: readonly FlatItem[]): LetterList[] {
  const roots: LetterList[] = [];
  /** The item last put at each depth. */
  const open: LetterItem[] = [];
  for (const { ordered, depth: asked, ...line } of run) {
    const depth = Math.min(asked, open.length);
    open.length = depth;
    const lists = open[depth - 1]?.children ?? roots;
    const item: LetterItem = { ...line, children: [] };
    const last = lists.at(-1);
    if (last && last.ordered === ordered) last.items.push(item);
    else lists.push({ kind: "list", ordered, items: [item] });
    open.push(item);
  }
  return roots;
}
