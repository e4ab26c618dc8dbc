import { startsUpper, startsWithMonth } from "./words";

/** What a line begins with. `depth` counts the parts of a number: "3.2" has two. */
export type Marker =
  | { kind: "bullet"; sign: string; number: ""; rest: string }
  | { kind: "number"; number: string; depth: number; isBare: boolean; rest: string }
  | { kind: "letter"; number: string; rest: string }
  | { kind: "area"; number: string; rest: string }
  | { kind: "label"; number: string; rest: string }
  | { kind: "paragraph-sign"; number: string; rest: string }
  | { kind: "subsection"; number: string; rest: string };

const LABEL =
  /^((?:Kapitel|Afsnit|Del|Bilag|Krav|Anbefaling|Artikel|Punkt|Indsats|Mål|Delmål) (?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-ZÆØÅ]))(?: ?[:.–-] | ?[:.]$| (?=\p{Lu})|$)/u;
const BULLET = /^([•*+–—-]|o) /;
const NUMBER = /^(\d{1,3}(?:\.\d{1,3}){0,9})([.)]?) /;
const PARAGRAPH_SIGN = /^(§{1,2} ?\d{1,3} ?[a-z]?)(?:\. ?|: | (?=\p{Lu})|$)/u;
const SUBSECTION = /^(stk\. ?\d{1,2})(?:[.:] ?| (?=\p{Lu})|$)/iu;
const LETTER = /^([a-zæøå]|[ivx]{1,4})(?:\)|\.(?= \p{Lu})) /u;
const AREA = /^([A-ZÆØÅ])(?::|\)|\.(?= \p{Lu})) (?=\S)/u;

/** A line longer than this is still judged by its beginning only. */
const LOOK = 120;

export function readMarker(text: string): Marker | null {
  const start = text.slice(0, LOOK);
  const bullet = BULLET.exec(start);
  if (bullet?.[1]) return { kind: "bullet", sign: bullet[1], number: "", rest: text.slice(bullet[0].length).trim() };
  return readNumber(text, start) ?? readNamed(text, start);
}

function readNumber(text: string, start: string): Marker | null {
  const match = NUMBER.exec(start);
  if (!match?.[1]) return null;
  const number = match[1];
  const rest = text.slice(match[0].length).trim();
  if (rest === "" || startsWithMonth(rest)) return null;
  const depth = number.split(".").length;
  // "3.2 mio. kr." and "29 kommuner" are no numbers of points; "1. a" in a list may be.
  if (!startsUpper(rest) && !(match[2] !== "" && depth === 1)) return null;
  return { kind: "number", number, depth, isBare: match[2] === "" && depth === 1, rest };
}

function readNamed(text: string, start: string): Marker | null {
  const named: readonly (readonly ["label" | "paragraph-sign" | "subsection" | "letter" | "area", RegExp])[] = [
    ["label", LABEL],
    ["paragraph-sign", PARAGRAPH_SIGN],
    ["subsection", SUBSECTION],
    ["letter", LETTER],
    ["area", AREA],
  ];
  for (const [kind, pattern] of named) {
    const match = pattern.exec(start);
    if (match?.[1]) return { kind, number: match[1].trim(), rest: text.slice(match[0].length).trim() };
  }
  return null;
}
