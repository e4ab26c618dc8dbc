import { type Element, readMarkup } from "./markup";
import type { Seen } from "./seen";

/** What stands in a page: its elements by their names, links by where they lead, classes with a dot. */
export function readHtml(html: string): Seen {
  const seen: Seen = [];
  walk(readMarkup(html), [], seen);
  return seen;
}

/** A page's h1 is the letter's title, so what the letter calls level 1 is its h2. */
export function readPage(html: string): Seen {
  const level = (token: string) =>
    token === "h1" ? ".title" : token.replace(/^h([2-4])$/, (_, at) => `h${Number(at) - 1}`);
  return readHtml(html).map(({ text, within }) => ({ text, within: within.map(level) }));
}

const UNSEEN = new Set(["head", "style", "script"]);

function walk(element: Element, around: string[], seen: Seen): void {
  if (UNSEEN.has(element.name)) return;
  if (element.name === "br") seen.push({ text: "\n", within: around });
  const within = [...around, ...tokensOf(element)];
  for (const child of element.children)
    if (typeof child === "string") seen.push({ text: child, within });
    else walk(child, within, seen);
}

function tokensOf({ name, attributes }: Element): string[] {
  const { href = "", class: classes = "", id = "" } = attributes;
  const kept = ["colspan", "rowspan"].flatMap((key) =>
    attributes[key] && attributes[key] !== "1" ? [`${key}=${attributes[key]}`] : [],
  );
  const named = classes.split(" ").flatMap((each) => (each ? [`.${each}`] : []));
  const note = /^#(?:footnote|note)-\d+$/.test(href) ? ["noteref"] : [];
  const ofNote = /^(?:footnote|note)-\d+$/.test(id) ? ["note"] : [];
  return [name, ...kept, ...named, ...note, ...ofNote, ...(href.startsWith("#") || !href ? [] : [`a=${href}`])];
}
