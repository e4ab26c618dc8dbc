import { digest } from "lib0/hash/sha256";
import { type Block, type Inline, textOf } from "./document";

/**
 * A quote of a clause is a plain copy of its words. When the clause reads otherwise than when the writer last saw it, and
 * otherwise than the quote, that is said; the words change by a person's choice alone. [E13]
 */
export type Quoted = Pick<Block, "content" | "of" | "seen">;

/** Whether the clause reads otherwise than its writer knows it, and otherwise than it is quoted. */
export function isOutdated(quote: Quoted, now: string): boolean {
  if (quote.seen === fingerprint(now)) return false;
  return !isWithin(textOf(quote), now);
}

/** The words of a clause, as they are quoted: its text, or its heading where that is all it has. */
export function wordsOfClause({ heading, text }: { heading: string; text: string }): string {
  return (text.trim() || heading.trim()).replace(/\r\n?/g, "\n").replace(/\n{2,}/g, "\n");
}

/** Lines of a clause are lines of its quote. */
export function quoteContent(words: string): Inline[] {
  return words.split("\n").flatMap((line, index): Inline[] => {
    const said: Inline[] = line === "" ? [] : [{ text: line }];
    return index === 0 ? said : [{ break: true }, ...said];
  });
}

/** Of a wording: 16 hex digits, the same for the same words however they are spaced. */
export function fingerprint(words: string): string {
  const known = taken.get(words);
  if (known) return known;
  if (taken.size > REMEMBERED) taken.clear();
  const made = takenOf(words);
  taken.set(words, made);
  return made;
}

/** A text with many quotes asks for the same few clauses at each change of others. */
const taken = new Map<string, string>();
const REMEMBERED = 500;

function takenOf(words: string): string {
  const hash = digest(new TextEncoder().encode(plain(words)));
  return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether all that is quoted stands in the clause, in order; what is left out by "[…]" may be anything. */
function isWithin(quote: string, clause: string): boolean {
  let rest = plain(clause);
  for (const part of plain(quote).split(/\s*[[(](?:…|\.\.\.)[\])]\s*|\s*…\s*/)) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}

/** Quotation marks around the whole are the quoter's own. */
function plain(text: string): string {
  const line = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return line.replace(/^[”“"»]/, "").replace(/[”“"«]$/, "");
}
