import { escaped } from "../markup";

/** What a template may ask for between double braces, by the name that an administrator writes. */
export const FIELDS = [
  "brev",
  "indhold",
  "titel",
  "art",
  "sagsnummer",
  "nummer",
  "kle",
  "dato",
  "modtager",
  "afsender",
  "underskriver",
  "version",
] as const;
export type Field = (typeof FIELDS)[number];

/** Where the letter itself goes, and its contents: a paragraph each, which gives way to them. */
export const PLACES = ["brev", "indhold"] as const satisfies readonly Field[];
export type Place = (typeof PLACES)[number];
export type Values = Record<Exclude<Field, Place>, string>;

export function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;
const WORDS = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:t(?:\s[^>]*)?\/>|<\/w:p>/g;

type Words = { at: number; whole: string; text: string };
type Found = { name: string; from: number; to: number };

/** The names of all fields in a part; Word may part one over several runs. */
export function fieldsIn(xml: string): string[] {
  const words = wordsIn(xml);
  return foundIn(words).map(({ name }) => name);
}

/** Where a place's own paragraph begins and ends; null where there is none, or where it is not alone in it. */
export function paragraphOf(xml: string, place: Place): { from: number; to: number } | null {
  const words = wordsIn(xml);
  const found = foundIn(words).find(({ name }) => name === place);
  if (!found) return null;
  const at = words[indexAt(words, found.from)]?.at ?? 0;
  const from = Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at));
  const to = xml.indexOf("</w:p>", at) + "</w:p>".length;
  const inBox = xml.lastIndexOf("<w:txbxContent", at) > xml.lastIndexOf("</w:txbxContent>", at);
  const said = wordsIn(xml.slice(from, to))
    .map(({ text }) => text)
    .join("")
    .trim();
  return inBox || from < 0 || said.replace(FIELD, "") !== "" ? null : { from, to };
}

/** The part with its fields filled in. */
export function filled(xml: string, values: Values): string {
  const words = wordsIn(xml);
  const texts = words.map(({ text }) => text);
  for (const { name, from, to } of foundIn(words).reverse()) {
    if (!isField(name) || name === "brev" || name === "indhold") continue;
    replace(texts, words, { from, to }, escaped(values[name]));
  }
  let last = 0;
  const pieces = words.map(({ at, whole, text }, index) => {
    const before = xml.slice(last, at);
    last = at + whole.length;
    const now = texts[index] ?? "";
    return before + (now === text || text === "\n" ? whole : `<w:t xml:space="preserve">${now}</w:t>`);
  });
  return pieces.join("") + xml.slice(last);
}

/** What is said goes where the field begins; what is left of it in the runs after that goes. */
function replace(
  texts: string[],
  words: readonly Words[],
  { from, to }: Pick<Found, "from" | "to">,
  said: string,
): void {
  let begin = 0;
  let isSaid = false;
  for (const [index, { text }] of words.entries()) {
    const [start, end] = [Math.max(from, begin) - begin, Math.min(to, begin + text.length) - begin];
    if (start < end) {
      const now = texts[index] ?? "";
      texts[index] = now.slice(0, start) + (isSaid ? "" : said) + now.slice(end);
      isSaid = true;
    }
    begin += text.length;
  }
}

function wordsIn(xml: string): Words[] {
  return [...xml.matchAll(WORDS)].map((match) => {
    const isEnd = match[0] === "</w:p>";
    return { at: match.index, whole: match[0], text: isEnd ? "\n" : (match[1] ?? "") };
  });
}

function foundIn(words: readonly Words[]): Found[] {
  const text = words.map((each) => each.text).join("");
  return [...text.matchAll(FIELD)].map((match) => ({
    name: (match[1] ?? "").toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function indexAt(words: readonly Words[], place: number): number {
  let end = 0;
  return words.findIndex(({ text }) => {
    end += text.length;
    return place < end;
  });
}
