import { allBlocks, type Block, type Link, type ResponseDocument } from "../../../app/document-model/document";
import { isFootnote } from "../../../app/document-model/notes";
import { footnotesOf } from "../letter/notes";
import { preciseName, sourceOf, WHOLE } from "../letter/references";
import type { LetterFacts, LetterInline, Numbered } from "../letter/shapes";
import { hasText, printable, printableInlines } from "../letter/text";

/** One remark as its receiver wants it: what it is about, what is said, what is proposed, and by whom. */
export type Remark = { about: string[]; said: RemarkLine[]; proposed: RemarkLine[]; centers: string[] };

export type RemarkLine = { id: string; kind: "paragraph" | "item" | "quote"; content: LetterInline[]; source: string };

export type RemarkTable = {
  remarks: Remark[];
  /** How many paragraphs of the text refer to nothing, and so are in the letter alone. */
  unlinked: number;
};

const NOWHERE = "Andet";

/**
 * The remarks of a text in the order of the source, the whole of it first. Neighbours about the same, by the same, are one
 * remark; a quote of what they are about goes with them. Paragraphs that refer to nothing are counted. [X13]
 */
export function remarksOf(
  document: ResponseDocument,
  facts: LetterFacts,
  centers: ReadonlyMap<string, string>,
): RemarkTable {
  const groups = groupsOf(document);
  const lineOf = linesIn(document, facts);
  const placed = groups.map(({ blocks, links }, index) => ({ ...placeOf(links, facts), blocks, links, index }));
  placed.sort((a, b) => a.position - b.position || a.index - b.index);
  const remarks = placed.map(({ about, blocks, links }) => {
    const isProposed = ({ id }: Block) =>
      document.links[id]?.some(({ stance }) => stance === "change-proposal") ?? false;
    const names = links.map(({ center }) => centers.get(center) ?? "").filter(Boolean);
    return {
      about,
      said: blocks.filter((block) => !isProposed(block)).map(lineOf),
      proposed: blocks.filter(isProposed).map(lineOf),
      centers: [...new Set(names)].map(printable).sort((a, b) => a.localeCompare(b, "da")),
    };
  });
  return { remarks, unlinked: unlinkedIn(document) };
}

type Group = { key: string; links: readonly Link[]; blocks: Block[] };

function groupsOf(document: ResponseDocument): Group[] {
  const groups: Group[] = [];
  let quotes: Block[] = [];
  let isOpen = false;
  for (const block of allBlocks(document)) {
    if (isFootnote(block) || !hasText(block)) continue;
    const links = document.links[block.id] ?? [];
    const last = groups.at(-1);
    if (links.length === 0) {
      const isQuote = block.kind === "quote" && block.of !== undefined;
      quotes = isQuote ? [...quotes, block] : [];
      isOpen &&= isQuote && isAbout(last?.links ?? [], block);
      continue;
    }
    const before = quotes.filter((quote) => isAbout(links, quote));
    if (isOpen && last?.key === keyOf(links)) last.blocks.push(...before, block);
    else groups.push({ key: keyOf(links), links, blocks: [...before, block] });
    [isOpen, quotes] = [true, []];
  }
  return groups;
}

function isAbout(links: readonly Link[], quote: Block): boolean {
  return links.some(({ id }) => id === quote.of);
}

function keyOf(links: readonly Link[]): string {
  return links
    .map(({ kind, id, center }) => `${kind}|${id}|${center}`)
    .sort()
    .join();
}

/** A link to what the source does not hold keeps its remark, at the end. */
function placeOf(links: readonly Link[], facts: LetterFacts): { about: string[]; position: number } {
  const linked = new Set(links.filter(({ kind }) => kind === "clause").map(({ id }) => id));
  const clauses = facts.clauses.filter(({ id }) => linked.has(id)).sort((a, b) => a.position - b.position);
  const isWhole = links.some(({ kind }) => kind === "source");
  const whole = WHOLE[facts.source.kind];
  const names = [
    ...(isWhole ? [whole[0]?.toUpperCase() + whole.slice(1)] : []),
    ...clauses.map((clause) => printable(preciseName(clause))),
  ];
  const position = isWhole ? Number.NEGATIVE_INFINITY : (clauses[0]?.position ?? Number.MAX_SAFE_INTEGER);
  return { about: names.length > 0 ? [...new Set(names)] : [NOWHERE], position };
}

/** A note stands behind its words: a cell has no foot of a page. */
function linesIn(document: ResponseDocument, facts: LetterFacts): (block: Block) => RemarkLine {
  const notes = footnotesOf(document);
  const spelled = (inline: Numbered): Numbered[] => {
    if (!("note" in inline)) return [inline];
    const note = notes.blocks[inline.note - 1];
    return note ? [{ text: " [Note: " }, ...note.content, { text: "]" }] : [];
  };
  // Asked once over the whole text: which place is a note's first is decided in its order.
  const numbered = new Map([...allBlocks(document)].map((block) => [block.id, notes.numbered(block)]));
  return (block) => ({
    id: block.id,
    kind: block.kind === "quote" ? "quote" : block.kind === "bullet" || block.kind === "ordered" ? "item" : "paragraph",
    content: printableInlines((numbered.get(block.id) ?? []).flatMap(spelled)),
    source: block.kind === "quote" && block.of ? printable(sourceOf(block.of, facts)) : "",
  });
}

function unlinkedIn(document: ResponseDocument): number {
  const plain = [...allBlocks(document)].filter((block) => !isFootnote(block) && block.kind !== "heading");
  return plain.filter((block) => hasText(block) && !document.links[block.id]?.length).length;
}
