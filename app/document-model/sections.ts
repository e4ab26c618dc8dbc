import { type Block, type ResponseDocument, type Table, textOf } from "./document";
import { SIGNED } from "./signature";

type Blocks = Pick<ResponseDocument, "blocks">;

/** What stands under a heading, to the next one of its level or above, or to the signature; nothing where there is none. [M14] */
export function sectionUnder({ blocks }: Blocks, heading: string): (Block | Table)[] {
  const at = blocks.findIndex(({ id }) => id === heading);
  const head = blocks[at];
  if (!isHeading(head)) return [];
  const end = blocks.findIndex((block, index) => index > at && isHeading(block) && block.level <= head.level);
  const section = blocks.slice(at + 1, end === -1 ? undefined : end);
  return end === -1 && isSignature(section.at(-1)) ? section.slice(0, -1) : section;
}

function isSignature(block: Block | Table | undefined): boolean {
  return block?.type === "block" && SIGNED.test(textOf(block));
}

/** The words of a section, a line each; those in tables too. */
export function wordsOf(section: readonly (Block | Table)[]): string[] {
  const blocks = section.flatMap((block) =>
    block.type === "block" ? [block] : block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks)),
  );
  return blocks.map((block) => textOf(block).trim()).filter(Boolean);
}

export type Laid = { heading: string; goal: string; initiative: string | null };

/**
 * Which heading is whose: the one that was laid out for it, as long as it is a heading; else the first that reads as its
 * name does and is nobody else's. What is added later is found by its name. [M14]
 */
export function headingFor({ blocks }: Blocks, laid: readonly Laid[], asked: Omit<Laid, "heading">, name: string) {
  const headings = blocks.filter(isHeading);
  const isAsked = (one: Laid) =>
    one.initiative === asked.initiative && (asked.initiative !== null || one.goal === asked.goal);
  const own = new Set(laid.filter(isAsked).map(({ heading }) => heading));
  const found = headings.find(({ id }) => own.has(id));
  if (found) return found.id;
  const others = new Set(laid.map(({ heading }) => heading));
  return headings.find((block) => !others.has(block.id) && plain(textOf(block)) === plain(name))?.id ?? null;
}

function isHeading(block: Block | Table | undefined): block is Block {
  return block?.type === "block" && block.kind === "heading";
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
