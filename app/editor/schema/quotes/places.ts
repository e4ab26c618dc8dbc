import type { Node as PmNode } from "@tiptap/pm/model";

export type QuotePlace = { pos: number; node: PmNode };
type Part = readonly QuotePlace[];

const NONE: Part = [];
const known = new WeakMap<PmNode, Part>();

/** The quotes of a clause in a text; each paragraph is looked at once, as long as it stays the same. */
export function quotesOf(doc: PmNode): { parts: readonly Part[]; quotes: readonly QuotePlace[] } {
  const parts: Part[] = [];
  const quotes: QuotePlace[] = [];
  doc.forEach((child, pos) => {
    const part = partOf(child);
    if (part === NONE) return;
    parts.push(part);
    for (const quote of part) quotes.push({ node: quote.node, pos: quote.pos + pos });
  });
  return { parts, quotes };
}

function partOf(child: PmNode): Part {
  const found = known.get(child) ?? readPart(child);
  known.set(child, found);
  return found;
}

function readPart(child: PmNode): Part {
  if (child.type.name === "block") return isQuoteOfClause(child) ? [{ pos: 0, node: child }] : NONE;
  const found: QuotePlace[] = [];
  child.descendants((node, pos) => {
    if (isQuoteOfClause(node)) found.push({ pos: pos + 1, node });
    return node.type.name !== "block";
  });
  return found.length > 0 ? found : NONE;
}

function isQuoteOfClause(node: PmNode): boolean {
  return node.type.name === "block" && node.attrs["kind"] === "quote" && typeof node.attrs["of"] === "string";
}
