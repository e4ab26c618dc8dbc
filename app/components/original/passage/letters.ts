/**
 * Printed text as its letters and digits alone, small, each with the place it came from. Line ends, hyphens, white space,
 * bullets and stops fall away, and with them most of what tells a printed passage from the same words in the tree.
 */
export type Letters = {
  letters: string;
  /** Of each letter: which of the pieces it stands in, and where in that piece. */
  piece: Uint32Array;
  at: Uint32Array;
  /** 1 where something other than a letter, or a piece's edge, stands before it. */
  opens: Uint8Array;
};

/** A sign with the marks that belong to it: "å" may be printed as "a" and a ring. */
const SIGN = /\P{M}\p{M}*|\p{M}+/uy;
const LETTER = /[\p{L}\p{N}]/u;
const OTHERS = /[^\p{L}\p{N}]+/gu;

export function lettersOf(pieces: readonly string[]): Letters {
  const found: string[] = [];
  const piece: number[] = [];
  const at: number[] = [];
  const opens: number[] = [];
  for (const [index, text] of pieces.entries()) {
    let isOpen = true;
    for (const [sign, from] of signsOf(text)) {
      for (const letter of sign) {
        found.push(letter);
        piece.push(index);
        at.push(from);
        opens.push(isOpen ? 1 : 0);
        isOpen = false;
      }
      if (sign === "") isOpen = true;
    }
  }
  // A letter outside the first plane would be two units; each place must be one.
  const letters = found.map((letter) => (letter.length === 1 ? letter : "\uFFFD")).join("");
  return { letters, piece: Uint32Array.from(piece), at: Uint32Array.from(at), opens: Uint8Array.from(opens) };
}

/** The same without places, for what is looked for. */
export function bare(text: string): string {
  return lettersOf([text]).letters;
}

/** Sign by sign: its letters, small ("" for what is none), and where it stands. */
function* signsOf(text: string): Generator<[string, number]> {
  let from = 0;
  while (from < text.length) {
    const plain = plainLetter(text, from);
    if (plain !== null) {
      yield [plain, from];
      from += 1;
      continue;
    }
    SIGN.lastIndex = from;
    const sign = SIGN.exec(text)?.[0] ?? text.charAt(from);
    yield [sign.normalize("NFKC").toLowerCase().replace(OTHERS, ""), from];
    from += sign.length;
  }
}

/** Most signs are plain, and normalizing each would take its time; null for the others. */
function plainLetter(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  const isPlain = code < 0x80 || (code >= 0xc0 && code < 0x180);
  const hasMark = text.charCodeAt(at + 1) >= 0x300 && text.charCodeAt(at + 1) < 0x370;
  if (!isPlain || hasMark) return null;
  const sign = text.charAt(at);
  return LETTER.test(sign) ? sign.toLowerCase() : "";
}
