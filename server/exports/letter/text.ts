import type { Block } from "../../../app/document-model/document";
import type { LetterInline, Numbered } from "./shapes";

/** Bullets and arrows of Word's symbol fonts and their like, as the one that every font has. */
const ALIKE: Readonly<Record<string, string>> = {
  "\uf0b7": "•",
  "\uf0a7": "•",
  "\uf0d8": "›",
  "\uf0fc": "✓",
  "\uf0e0": "→",
  "●": "•",
  "○": "•",
  "◦": "•",
  "■": "•",
  "▪": "•",
  "‣": "•",
  "➢": "›",
  "➤": "›",
  "✔": "✓",
  "\u2028": " ",
  "\u2029": " ",
  "\t": " ",
};

const HAS_ALIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");

/** Control characters, and what is invisible and joins or directs other characters: nothing a letter shows. */
const UNSEEN =
  /\p{Cc}|\p{Variation_Selector}|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i;

/** The text as a letter prints it: composed, without control characters, bullets of symbol fonts as bullets. [X4] */
export function printable(text: string): string {
  const alike = text.replace(HAS_ALIKE, (character) => ALIKE[character] ?? character);
  return alike.replace(UNSEEN, "").normalize("NFC");
}

/** Line breaks inside a text become breaks; what is empty goes; a link that is none stays as plain text. */
export function printableInlines(content: readonly Numbered[]): LetterInline[] {
  const inlines = content.flatMap((inline): LetterInline[] => {
    if (!("text" in inline)) return [inline];
    const { text, href, notes: _numbered, ...marks } = inline;
    const link = href !== undefined && SAFE_LINK.test(href) ? { href } : {};
    return text.split(/\r\n?|\n/).flatMap((line, index): LetterInline[] => {
      const said = printable(line);
      const before: LetterInline[] = index > 0 ? [{ break: true }] : [];
      return said === "" ? before : [...before, { ...marks, ...link, text: said }];
    });
  });
  while ("break" in (inlines.at(-1) ?? {})) inlines.pop();
  while ("break" in (inlines[0] ?? {})) inlines.shift();
  return inlines;
}

export function hasText(block: Pick<Block, "content">): boolean {
  return printableInlines(block.content).some((inline) => "text" in inline && inline.text.trim() !== "");
}
