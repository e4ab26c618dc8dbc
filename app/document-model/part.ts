import { canonicalValue } from "./canonical";
import { allBlocks, type Block, type Inline, type Link, type ResponseDocument, textOf } from "./document";
import { tidyInline } from "./inline";
import { isFootnote, noteNumbers } from "./notes";
import { besideOf, inOrder, type PartBeside } from "./part-beside";

type Numbers = ReadonlyMap<string, number>;

/**
 * A center's part of a response: what its manager reads and signs off. [A20]
 * It is the paragraphs that speak for the center of a clause it was given, and the sections given to it, in the order of
 * the text. The document's links must lead where they lead now (links/ `linkedNow`). Pure.
 */
export type Part = {
  paragraphs: PartParagraph[];
  /** Of a text about goals alone; what was signed off before this was covered has none. [A31] */
  beside?: PartBeside;
};

/** `id`, `under` (the heading above) and `table` (that it stands in) say where it is; only `said` is signed off. */
export type PartParagraph = { id: string; under: string; table: string | null; said: Said };

/** `notes`: the footnotes' words, which `content` names by their place in this list. */
export type Said = Pick<Block, "kind" | "level" | "content" | "of"> & { notes: Inline[][]; links: Link[] };

export type PartGround = {
  /** Clause → the centers it was given to, in the version the hearing is on. */
  given: ReadonlyMap<string, ReadonlySet<string>>;
  /** A heading's block → the center its section was given to. */
  sections: ReadonlyMap<string, string>;
  /** What the centers say of goals, and of what is done towards them, is in their parts. [A31] */
  isAboutGoals?: boolean;
};

export function partOf(document: ResponseDocument, center: string, ground: PartGround): Part {
  return partsIn(document, ground)(center);
}

/** The same for many centers: the text is gone through once. A paragraph without words is none: an empty line changes no part. */
export function partsIn(document: ResponseDocument, ground: PartGround): (center: string) => Part {
  const { given, sections } = ground;
  const numbers = noteNumbers(document);
  const footnotes = footnotesOf(document);
  const places = placesIn(document, sections).filter(({ block }) => textOf(block).trim() !== "");
  return (center) => ({
    paragraphs: places.flatMap(({ block, section, ...place }): PartParagraph[] => {
      const links = (document.links[block.id] ?? []).filter((link) => isTheirs(link, center, given));
      // A footnote that has its words goes with them, wherever it stands.
      const isGiven = section === center && !numbers.has(block.id);
      if (links.length === 0 && !isGiven) return [];
      return [{ id: block.id, ...place, said: saidIn(block, links, numbers, footnotes) }];
    }),
    ...(ground.isAboutGoals ? { beside: besideOf(document, speaksFor(center, given)) } : {}),
  });
}

/** There is nothing in it to sign off. */
export function isEmptyPart({ paragraphs, beside }: Part): boolean {
  return paragraphs.length === 0 && !(beside && beside.goals.length + beside.initiatives.length > 0);
}

/** A center's word on a goal is its own; where it takes part no more, it is that of whoever has the goal. */
function speaksFor(center: string, given: PartGround["given"]) {
  const takingPart = new Set([...given.values()].flatMap((centers) => [...centers]));
  return (goal: string, by: string) =>
    by === center || (!takingPart.has(by) && (given.get(goal)?.has(center) ?? false));
}

/** The whole text in the same form, so that two versions of it are compared as two of a part are. */
export function wholeOf(document: ResponseDocument): Part {
  const numbers = noteNumbers(document);
  const footnotes = footnotesOf(document);
  const paragraphs = placesIn(document, new Map()).flatMap(({ block, section: _, ...place }): PartParagraph[] => {
    if (numbers.has(block.id) || textOf(block).trim() === "") return [];
    const said = saidIn(block, document.links[block.id] ?? [], numbers, footnotes);
    return [{ id: block.id, ...place, said }];
  });
  return { paragraphs };
}

function footnotesOf(document: ResponseDocument): Map<string, Block> {
  return new Map([...allBlocks(document)].filter(isFootnote).map((block) => [block.id, block]));
}

/** The bytes whose SHA-256 a sign-off names: no ids of blocks or notes, nothing of where the paragraphs stand. [A21] */
export function partText({ paragraphs, beside }: Part): string {
  const said = { part: 1, paragraphs: paragraphs.map((paragraph) => paragraph.said) };
  return JSON.stringify(canonicalValue(beside ? { ...said, beside: inOrder(beside) } : said));
}

/**
 * A link speaks for the center that made it, of the clauses which that was given and of the whole source. Where it was not
 * given the clause, the paragraph is about others' clause, and theirs to sign off.
 */
function isTheirs(link: Link, center: string, given: PartGround["given"]): boolean {
  if (link.kind === "source") return link.center === center;
  const centers = given.get(link.id);
  if (!centers?.has(center)) return false;
  return link.center === center || !centers.has(link.center);
}

type Place = { block: Block; section: string | null; under: string; table: string | null };
type Open = { level: number; center: string | null; heading: string };

/** Every block with what it stands under. Of sections within each other the innermost that was given counts. */
function placesIn(document: ResponseDocument, sections: PartGround["sections"]): Place[] {
  let open: Open[] = [];
  return document.blocks.flatMap((top): Place[] => {
    const isHeading = top.type === "block" && top.kind === "heading";
    if (isHeading) open = open.filter(({ level }) => level < top.level);
    const under = open.at(-1)?.heading ?? "";
    if (isHeading) open = [...open, { level: top.level, center: sections.get(top.id) ?? null, heading: textOf(top) }];
    const section = open.findLast(({ center }) => center !== null)?.center ?? null;
    if (top.type === "block") return [{ block: top, section, under, table: null }];
    const cells = top.rows.flat().flatMap(({ blocks }) => blocks);
    return cells.map((block) => ({ block, section, under, table: top.id }));
  });
}

function saidIn(block: Block, links: Link[], numbers: Numbers, footnotes: ReadonlyMap<string, Block>): Said {
  const { kind, level, of } = block;
  const named: string[] = [];
  const content = block.content.map((inline): Inline => {
    if (!("text" in inline) || !inline.notes) return plain(inline);
    const words = plain(inline);
    // A mark without its note draws nothing, and in a footnote none does. [E12]
    const ids = isFootnote(block) ? [] : inline.notes.filter((id) => numbers.has(id)).sort(by(numbers));
    for (const id of ids) if (!named.includes(id)) named.push(id);
    return ids.length > 0 ? { ...words, notes: ids.map((id) => `${named.indexOf(id)}`) } : words;
  });
  const notes = named.map((id) => tidyInline((footnotes.get(id)?.content ?? []).map(plain)));
  return { kind, level, ...(of ? { of } : {}), content: tidyInline(content), notes, links };
}

function by(numbers: Numbers) {
  return (one: string, other: string) => (numbers.get(one) ?? 0) - (numbers.get(other) ?? 0);
}

/** Without notes, and without what no row of a database takes. */
function plain(inline: Inline): Inline {
  if (!("text" in inline)) return inline;
  const { notes: _, ...words } = inline;
  return { ...words, text: words.text.replaceAll("\0", "").toWellFormed() };
}
