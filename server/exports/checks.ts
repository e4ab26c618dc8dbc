import { findCpr } from "../../app/document-model/cpr";
import { allBlocks, type Block, type ResponseDocument, textOf } from "../../app/document-model/document";
import { linesOf } from "./letter/letter";
import type { Letter, LetterInline } from "./letter/shapes";
import { missingIn } from "./pdf/check";
import type { Problem } from "./shapes";

const EXCERPT = 80;

/**
 * What keeps a text from being exported or filed, or makes a file poorer, each with its paragraph: told before a file is asked
 * for, and best before the text is approved. [X17]
 */
export function problemsOf(text: ResponseDocument, letter: Letter, title: string): Problem[] {
  return [
    ...(title.trim() === "" ? [{ kind: "no-title" as const, blockId: null, words: "" }] : []),
    ...glyphsIn(letter),
    ...cprIn(text),
    ...skippedIn(text),
    ...headlessIn(text),
  ];
}

function glyphsIn(letter: Letter): Problem[] {
  const places: [string | null, string][] = [
    [null, `${letter.municipality}${letter.title}${letter.about.map(({ value }) => value).join("")}`],
    ...[...linesOf(letter.body), ...letter.notes].map((line): [string, string] => [
      line.id,
      line.content.map(wordsOf).join("") + line.reference + ("source" in line ? String(line.source) : ""),
    ]),
  ];
  return places.flatMap(([blockId, words]): Problem[] => {
    const signs = missingIn(words);
    return signs.length === 0 ? [] : [{ kind: "missing-glyph", blockId, words: excerpt(words), signs }];
  });
}

const MASK = "••••••-••••";

function masked(words: string): string {
  return findCpr(words).reduceRight((text, { from, to }) => text.slice(0, from) + MASK + text.slice(to), words);
}

function wordsOf(inline: LetterInline): string {
  return "text" in inline ? inline.text : " ";
}

type CprProblem = { kind: "cpr"; blockId: string; words: string };

/** The number itself is not repeated: whoever reads the list may be at a screen that others see. [F5] */
export function cprIn(text: ResponseDocument): CprProblem[] {
  return [...allBlocks(text)].flatMap((block): CprProblem[] => {
    const words = textOf(block);
    return findCpr(words).map(({ from, to }) => {
      const around = `${masked(words.slice(0, from)).slice(-30)}${MASK}${masked(words.slice(to)).slice(0, 30)}`;
      return { kind: "cpr", blockId: block.id, words: around.replace(/\s+/g, " ").trim() };
    });
  });
}

/** A file never skips a level: the heading becomes one of the level above. Where a text begins is its own choice. [X6] */
function skippedIn(text: ResponseDocument): Problem[] {
  let level = 3;
  return text.blocks.flatMap((block): Problem[] => {
    if (block.type === "table" || block.kind !== "heading" || textOf(block).trim() === "") return [];
    const skips = block.level > level + 1;
    level = skips ? level + 1 : block.level;
    return skips ? [{ kind: "skipped-heading", ...placeOf(block) }] : [];
  });
}

function headlessIn(text: ResponseDocument): Problem[] {
  return text.blocks.flatMap((table): Problem[] => {
    if (table.type !== "table" || table.rows.length < 2) return [];
    const [first = []] = table.rows;
    const block = first[0]?.blocks[0];
    return first.some(({ header }) => header) || !block ? [] : [{ kind: "no-header-row", ...placeOf(block) }];
  });
}

function placeOf(block: Block): { blockId: string; words: string } {
  return { blockId: block.id, words: excerpt(textOf(block)) };
}

function excerpt(words: string): string {
  const line = masked(words).replace(/\s+/g, " ").trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT)} …`;
}
