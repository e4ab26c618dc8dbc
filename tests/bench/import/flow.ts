import type { PaperShape, Part } from "../../fixtures/papers/paper";

/** A paper as what is printed one after the other: what every renderer writes. */
export type Block =
  | { is: "heading"; level: number; number: string; text: string; inContents: boolean }
  | { is: "paragraph"; text: string }
  /** "1.1 …", "§ 3. …", "Stk. 2. …": begins with its number. `level` counts from 0. */
  | { is: "point"; level: number; number: string; text: string }
  /** Of a list; `sign` as printed. */
  | { is: "item"; level: number; sign: string; text: string; isFirst: boolean }
  | { is: "table"; header: string[]; rows: string[][] }
  | { is: "caption"; text: string };

export function flow(paper: PaperShape): Block[] {
  const title: Block = { is: "heading", level: 1, number: "", text: paper.title, inContents: false };
  return [title, ...blocksOf(paper.preamble, 0, 0), ...blocksOf(paper.parts, 0, 0)];
}

/** `listed` counts the lists we are in, `depth` the sections and numbered points. */
function blocksOf(parts: readonly Part[], depth: number, listed: number): Block[] {
  return parts.flatMap((part, index) => blockOf(part, depth, listed, !isItem(parts[index - 1])));
}

function blockOf(part: Part, depth: number, listed: number, isFirst: boolean): Block[] {
  if (part.is === "table" || part.is === "caption") return [part];
  if (part.is === "section" || part.is === "area") {
    const number = part.is === "area" ? `${part.number}:` : part.number;
    const heading: Block = { is: "heading", level: depth + 2, number, text: part.heading, inContents: depth === 0 };
    return [heading, ...blocksOf(part.parts, depth + 1, 0)];
  }
  const [first = "", ...others] = part.text.split("\n\n");
  const rest = others.map((text): Block => ({ is: "paragraph", text }));
  if (isItem(part)) {
    const item: Block = { is: "item", level: listed, sign: part.sign, text: first, isFirst };
    return [item, ...rest, ...blocksOf(part.parts, depth, listed + 1)];
  }
  const below = blocksOf(part.parts, depth + 1, listed);
  if (part.heading !== "") {
    const heading: Block = {
      is: "heading",
      level: depth + 2,
      number: part.sign,
      text: part.heading,
      inContents: false,
    };
    return [heading, { is: "paragraph", text: first }, ...rest, ...below];
  }
  if (part.sign === "") return [{ is: "paragraph", text: first }, ...rest, ...below];
  return [{ is: "point", level: depth, number: part.sign, text: first }, ...rest, ...below];
}

/** Bullets, a) and 1): what stands in a list, not a numbered point of the paper. */
function isItem(part: Part | undefined): boolean {
  const isWords = part?.is === "clause" || part?.is === "goal" || part?.is === "text";
  return isWords && /^(?:•|[a-z]\)|\d+[.)])$/.test(part.sign);
}

export const MARK = /\[\^(\d)\]/g;

/** The numbers of the notes whose marks stand in a text. */
export function marksIn(text: string): number[] {
  return [...text.matchAll(MARK)].map((found) => Number(found[1]));
}
