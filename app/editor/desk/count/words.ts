import type { Node as PmNode } from "@tiptap/pm/model";
import type { Link } from "../../../document-model/document";

/** "3.2", "KKR-mål" and "og/eller" are one word each, as a Dane would count them. */
const WORD = /[\p{L}\p{N}]+(?:[.,:'’/-][\p{L}\p{N}]+)*/gu;

export function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

const known = new WeakMap<PmNode, number>();

/** Of a paragraph; each is counted once, until it is another. */
function wordsOf(block: PmNode): number {
  const found = known.get(block) ?? wordsIn(block.textBetween(0, block.content.size, undefined, " "));
  known.set(block, found);
  return found;
}

export type Counts = {
  all: number;
  /** Center → words in paragraphs that it has linked; one that several have linked counts with each. [E18] */
  byCenter: ReadonlyMap<string, number>;
  unlinked: number;
};

export function countWords(doc: PmNode, links: ReadonlyMap<string, readonly Link[]>): Counts {
  const byCenter = new Map<string, number>();
  let all = 0;
  let unlinked = 0;
  doc.descendants((node) => {
    if (node.type.name !== "block") return true;
    const count = wordsOf(node);
    const centers = new Set(links.get(node.attrs["id"])?.map(({ center }) => center));
    all += count;
    if (centers.size === 0) unlinked += count;
    for (const center of centers) byCenter.set(center, (byCenter.get(center) ?? 0) + count);
    return false;
  });
  return { all, byCenter, unlinked };
}

/** Of a selection: parts of words at its ends count as they stand. */
export function wordsBetween(doc: PmNode, from: number, to: number): number {
  return from === to ? 0 : wordsIn(doc.textBetween(from, to, "\n", " "));
}
