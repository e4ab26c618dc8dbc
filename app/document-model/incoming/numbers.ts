import type { IncomingBlock, IncomingPart, LeftOut } from "./shapes";

/**
 * A response draws its own numbers: 1. a. i. 1. by depth, begun anew after whatever is no list item. An item whose number
 * would come out as another one is no longer what the text around it calls it; so its number is kept, as words. [E21]
 */
export function settleNumbers(parts: readonly IncomingPart[]): Pick<LeftOut, "text">[] {
  const renumbered: Pick<LeftOut, "text">[] = [];
  settleRow(parts, renumbered);
  for (const part of parts)
    if (part.type === "table") for (const row of part.rows) for (const cell of row) settleRow(cell.blocks, renumbered);
  return renumbered;
}

type Counts = number[];

function settleRow(row: readonly IncomingPart[], renumbered: Pick<LeftOut, "text">[]): void {
  let counts: Counts = [];
  for (const part of row) {
    if (part.type === "block" && part.kind === "ordered") settle(part, counts, renumbered);
    if (part.type === "table" || (part.kind !== "bullet" && part.kind !== "ordered")) {
      counts = [];
    } else if (part.kind === "bullet") counts.length = part.level;
    else {
      counts[part.level] = (counts[part.level] ?? 0) + 1;
      counts.length = part.level + 1;
    }
  }
}

function settle(block: IncomingBlock, counts: Counts, renumbered: Pick<LeftOut, "text">[]): void {
  const { number, level } = block;
  delete block.number;
  if (!number) return;
  const drawn = (counts[level] ?? 0) + 1;
  if (!ordinalsOf(number.sign).includes(drawn)) {
    block.kind = "paragraph";
    block.level = 0;
    block.content.unshift({ text: `${number.sign} ` });
  } else if (!looksLike(number.sign, level)) {
    renumbered.push({ text: `${number.sign} → ${drawnSign(drawn, level)}` });
  }
}

/** What a sign may count as: "i" is the ninth letter and the first Roman number. None when it has several parts. */
export function ordinalsOf(sign: string): number[] {
  const inner = /^\(?(\d{1,4}|[a-zæøå]{1,7})[.):]?\)?$/i.exec(sign.trim())?.[1]?.toLowerCase();
  if (inner === undefined) return [];
  if (/^\d/.test(inner)) return [Number(inner)];
  const ordinals = /^(.)\1*$/.test(inner) ? [letterOf(inner)] : [];
  const roman = romanOf(inner);
  return roman === null ? ordinals : [...ordinals, roman];
}

/** After z comes aa, then bb, as Word counts. */
function letterOf(letters: string): number {
  return "abcdefghijklmnopqrstuvwxyzæøå".indexOf(letters.charAt(0)) + 1 + 26 * (letters.length - 1);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanOf(text: string): number | null {
  if (!/^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return null;
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** Whether it is counted in the signs that the page draws at that depth. */
function looksLike(sign: string, level: number): boolean {
  const isFigure = /\d/.test(sign);
  return level === 0 || level === 3 ? isFigure : !isFigure;
}

function drawnSign(count: number, level: number): string {
  if (level === 0 || level === 3) return `${count}.`;
  return level === 1 ? `${"abcdefghijklmnopqrstuvwxyz".charAt((count - 1) % 26)}.` : `${romanSign(count)}.`;
}

const SIGNS = [[100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]] as const; // biome-ignore format: a table

function romanSign(count: number): string {
  let rest = count;
  let text = "";
  for (const [value, sign] of SIGNS) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
