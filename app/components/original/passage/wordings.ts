import { bare } from "./letters";

/** A clause that is looked for; `before` and `after` are its neighbours' words, to tell equal clauses apart. */
export type Wanted = { number: string; heading: string; text: string; before: string; after: string };

/** One way in which it, or part of it, may be printed. */
export type Wording = {
  letters: string;
  /** Its number's letters, which may stand before it. */
  number: string;
  /** How much of the clause it is, up to 1. */
  share: number;
};

/** A table's row is printed without the names of its columns; a number or a heading may be a person's own. */
export function wordingsOf({ number, heading, text }: Wanted): { whole: Wording[]; parts: Wording[] } {
  const own = bare(number);
  const all = bare(`${heading} ${text}`);
  const cells = cellsOf(text);
  const wording = (words: string): Wording => ({ letters: bare(words), number: own, share: 1 });
  const part = (words: string): Wording => ({ ...wording(words), share: bare(words).length / Math.max(1, all.length) });
  const whole = [wording(`${heading} ${text}`), ...(cells === null ? [] : [wording(`${heading} ${cells}`)])];
  const parts = heading && text ? [part(text), part(heading)] : [];
  const isSome = ({ letters }: Wording) => letters !== "";
  return { whole: whole.filter(isSome), parts: parts.filter(isSome) };
}

/** A table's row is read as "Frist: 1. maj · Ansvarlig: regionen"; printed are the cells alone. */
function cellsOf(text: string): string | null {
  const cells = text.split(" · ");
  const values = cells.map((cell) => /^[^:\n]{1,120}: (.*)$/s.exec(cell)?.[1]);
  return values.every((value) => value !== undefined) ? values.join(" ") : null;
}
