import { sameWords } from "./same-words";
import type { Clause } from "./shapes";

/** A clause with what is around it, worked out once. */
export type Node = Clause & {
  /** Place in reading order, from 0. */
  at: number;
  /** The same as a share of the whole, 0..1. */
  share: number;
  parent: Node | null;
  children: Node[];
  /** Its own words, made comparable. */
  words: string;
  wordCount: number;
  /** Own words and the texts below that are no clauses of their own. */
  wordsBelow: string;
};

/** A version's clauses, in any order → nodes in reading order. */
export function toNodes(clauses: readonly Clause[]): Node[] {
  const inOrder = [...clauses].sort((one, other) => one.position - other.position);
  const nodes = inOrder.map((clause, at): Node => {
    const words = sameWords(`${sameWords(clause.heading)} ${clause.text}`);
    return {
      ...clause,
      at,
      share: at / Math.max(1, inOrder.length - 1),
      parent: null,
      children: [],
      words,
      wordCount: words.split(" ").length,
      wordsBelow: "",
    };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    node.parent = (node.parentId && byId.get(node.parentId)) || null;
    node.parent?.children.push(node);
  }
  // Children stand after their parents, so from the end each child is done before its parent.
  for (const node of nodes.toReversed()) {
    const texts = node.children.filter((child) => child.kind === "text");
    node.wordsBelow = [node.words, ...texts.map((child) => child.wordsBelow)].join("\n");
  }
  return nodes;
}

/** The line that a point continues ("Kommunen skal:"), or "". */
export function leadInOf({ parent }: Node): string {
  const isOpen = parent !== null && parent.kind !== "section" && /:\s*$/.test(parent.text || parent.heading);
  return isOpen ? parent.words : "";
}
