import type { Block } from "./blocks";

const ROMAN = /^(X{0,3}(?:IX|IV|V?I{0,3}))(?:[.)]? (?=\p{Lu})|$)/u;

type HeadingBlock = Block & { type: "heading" };

/**
 * "I Baggrund", "II Formål": numbers once there are two that follow each other, since "I Havbro Kommune" begins with a word.
 * "I." and "V." alone look like the letters of development areas; they then stand as high as their neighbours.
 */
export function numberRoman(blocks: readonly Block[]): Block[] {
  const romans = blocks.flatMap((block) => (block.type === "heading" && romanOf(block) ? [block] : []));
  const second = romans.find((block) => romanOf(block)?.number === "II");
  const hasBoth = second && romans.some((block) => romanOf(block)?.number === "I");
  return hasBoth
    ? blocks.map((block) => (romans.some((one) => one === block) ? numbered(block, second) : block))
    : [...blocks];
}

function numbered(block: Block, { heading: { rank } }: HeadingBlock): Block {
  const found = block.type === "heading" ? romanOf(block) : null;
  if (!found || block.type !== "heading") return block;
  const kind = block.heading.kind === "area" ? "plain" : block.heading.kind;
  return { ...block, heading: { ...block.heading, ...found, kind, rank } };
}

function romanOf({ heading }: HeadingBlock): { number: string; lines: string[] } | null {
  if (heading.number !== "")
    return ROMAN.exec(heading.number)?.[1] ? { number: heading.number, lines: heading.lines } : null;
  const [first = "", ...others] = heading.lines;
  const match = ROMAN.exec(first);
  if (!match?.[1]) return null;
  return { number: match[1], lines: [first.slice(match[0].length), ...others].filter((line) => line !== "") };
}
