import type { Node as PmNode } from "@tiptap/pm/model";
import { type Folded, fold } from "./fold";

export type Query = { text: string; matchCase: boolean; wholeWords: boolean };

/** Where it stands, as positions of the document. */
export type Match = { from: number; to: number };

type Known = Map<boolean, Folded>;
const known = new WeakMap<PmNode, Known>();

/** Every place, in order. Of a long text only the paragraphs that have changed since are read anew. [E17] */
export function matchesOf(doc: PmNode, query: Query): readonly Match[] {
  const sought = fold(query.text, query.matchCase).text;
  if (sought.trim() === "") return [];
  const found: Match[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name !== "block") return true;
    const folded = foldedOf(node, query.matchCase);
    for (const start of placesIn(folded.text, sought, query.wholeWords)) {
      found.push({ from: pos + 1 + offset(folded, start), to: pos + 1 + offset(folded, start + sought.length) });
    }
    return false;
  });
  return found;
}

function foldedOf(block: PmNode, matchCase: boolean): Folded {
  const forms: Known = known.get(block) ?? new Map();
  known.set(block, forms);
  // A line break is one position wide, and stands for a space.
  const folded = forms.get(matchCase) ?? fold(block.textBetween(0, block.content.size, undefined, "\n"), matchCase);
  forms.set(matchCase, folded);
  return folded;
}

function offset({ at }: Folded, index: number): number {
  return at?.[index] ?? index;
}

function placesIn(text: string, sought: string, wholeWords: boolean): number[] {
  const found: number[] = [];
  let at = text.indexOf(sought);
  while (at !== -1) {
    const fits = !wholeWords || isWhole(text, at, at + sought.length);
    if (fits) found.push(at);
    at = text.indexOf(sought, fits ? at + sought.length : at + 1);
  }
  return found;
}

const LETTER = /[\p{L}\p{N}_]/u;

/** No letter or digit goes on before or after it, but where what is sought itself ends in another sign. */
function isWhole(text: string, from: number, to: number): boolean {
  const goesOn = (one: number, other: number) => LETTER.test(text[one] ?? "") && LETTER.test(text[other] ?? "");
  return !goesOn(from - 1, from) && !goesOn(to - 1, to);
}

/** The first one that begins at or after the position, going round at the end; going back, the last before it. */
export function nextMatch(matches: readonly Match[], from: number, by: 1 | -1): Match | undefined {
  if (by === 1) return matches.find((match) => match.from >= from) ?? matches[0];
  return matches.findLast((match) => match.to <= from) ?? matches.at(-1);
}
