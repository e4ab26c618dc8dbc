/** A text as it is compared, and where each of its characters (and its end) stands in the text itself. */
export type Folded = { text: string; at: readonly number[] | null };

/** Written alike by some and not by others: kinds of hyphens and dashes, spaces, quotation marks. */
const ALIKE: readonly [RegExp, string][] = [
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\s\u00a0\u2000-\u200a\u202f]/g, " "],
  [/[\u201c-\u201f\u00ab\u00bb]/g, '"'],
  [/[\u2018-\u201b\u2039\u203a\u00b4]/g, "'"],
];
/** Seen by nobody: soft hyphens, zero-width spaces, joiners. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
/** A letter with its ring, dots or accent set behind it, as text from a Mac has it. */
const COMBINED = /\P{M}\p{M}+/gu;

/** So that "Å" is "å" however it is made up, a hyphen is a hyphen, and what cannot be seen makes no difference. [E17] */
export function fold(text: string, matchCase: boolean): Folded {
  if (!UNSEEN.test(text) && !/\p{M}/u.test(text)) return { text: level(text, matchCase), at: null };
  let folded = "";
  const at: number[] = [];
  const add = (piece: string, from: number) => {
    for (let index = 0; index < piece.length; index++) at.push(from);
    folded += piece;
  };
  let from = 0;
  for (const piece of pieces(text)) {
    if (!UNSEEN.test(piece)) add(level(piece.normalize("NFC"), matchCase), from);
    from += piece.length;
  }
  return { text: folded, at: [...at, text.length] };
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const match of text.matchAll(COMBINED)) {
    found.push(...text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  return [...found, ...text.slice(from)];
}

/** As long as it was. */
function level(text: string, matchCase: boolean): string {
  const alike = ALIKE.reduce((now, [signs, sign]) => now.replace(signs, sign), text);
  if (matchCase) return alike;
  const small = alike.toLowerCase();
  // "İ" grows; such a text keeps its case.
  return small.length === alike.length ? small : alike;
}
