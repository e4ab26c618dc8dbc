import type { Node as PmNode } from "@tiptap/pm/model";

/** What is a heading's to hand on: running text, not tables, quotes and notes. */
const REMARKS = new Set(["paragraph", "bullet", "ordered"]);

/** The headings that a place of the text stands under, the nearest first, each of a higher level than the one before. */
export function headingsAbove(doc: PmNode, place: number): PmNode[] {
  const found: PmNode[] = [];
  const own = doc.maybeChild(place);
  let level = own && isHeading(own) ? levelOf(own) : Number.POSITIVE_INFINITY;
  for (let at = place - 1; at >= 0 && level > 1; at--) {
    const node = doc.child(at);
    if (!isHeading(node) || levelOf(node) >= level) continue;
    level = levelOf(node);
    found.push(node);
  }
  return found;
}

/** A line is meant as a heading when it is short and ends in a colon: "Vedr. udskrivning:" */
const LONGEST_TITLE = 80;

/** What says what a paragraph is about: its headings, and the line that opens it where it is meant as one. */
export function titlesAbove(doc: PmNode, place: number): string[] {
  const titles = headingsAbove(doc, place).map(({ textContent }) => textContent);
  const before = place > 0 ? doc.child(place - 1) : null;
  const text = before && isRemark(before) ? before.textContent.trim() : "";
  return text.endsWith(":") && text.length <= LONGEST_TITLE ? [text, ...titles] : titles;
}

/** The paragraphs with words under a heading, until the next one of the same or a higher level. [L10] */
export function remarksBelow(doc: PmNode, place: number): PmNode[] {
  const heading = doc.maybeChild(place);
  const found: PmNode[] = [];
  if (!heading || !isHeading(heading)) return found;
  for (let at = place + 1; at < doc.childCount; at++) {
    const node = doc.child(at);
    if (isHeading(node) && levelOf(node) <= levelOf(heading)) break;
    if (isRemark(node)) found.push(node);
  }
  return found;
}

export function isHeading(node: PmNode): boolean {
  return node.type.name === "block" && node.attrs["kind"] === "heading";
}

export function isRemark(node: PmNode): boolean {
  return node.type.name === "block" && REMARKS.has(node.attrs["kind"]) && /\S/.test(node.textContent);
}

function levelOf(node: PmNode): number {
  return Number(node.attrs["level"]) || 1;
}
