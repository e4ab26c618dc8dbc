import type { Draft } from "./drafts";

/** A comment's text as it is drawn: words, people, and addresses of the web. Nothing in it is ever markup. [K5] */
export type Part = { is: "words"; text: string } | { is: "person"; id: string } | { is: "link"; href: string };

const SPECIAL = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}|https?:\/\/[^\s<>"]+/gi;
/** What stands at the end of an address is the sentence's. */
const TAIL = /[.,;:!?)\]}'"”]+$/;

export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(SPECIAL)) {
    const [whole, person] = match;
    const href = person ? whole : whole.replace(TAIL, "");
    if (match.index > at) parts.push({ is: "words", text: text.slice(at, match.index) });
    parts.push(person ? { is: "person", id: person } : { is: "link", href });
    at = match.index + href.length;
  }
  if (at < text.length) parts.push({ is: "words", text: text.slice(at) });
  return parts;
}

/** As it is sent: each name that was chosen from the list is a person, wherever it stands. */
export function encoded({ text, mentions }: Draft): string {
  const names = Object.keys(mentions).sort((one, other) => other.length - one.length);
  if (names.length === 0) return text;
  const chosen = new RegExp(`@(${names.map(literal).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return text.replace(chosen, (whole, name: string) => (mentions[name] ? `@{${mentions[name]}}` : whole));
}

/** A sent comment, as it is typed on. */
export function decoded(text: string, nameOf: (id: string) => string): Draft {
  const mentions: Record<string, string> = {};
  const words = partsOf(text).map((part) => {
    if (part.is === "words") return part.text;
    if (part.is === "link") return part.href;
    const name = nameOf(part.id);
    mentions[name] = part.id;
    return `@${name}`;
  });
  return { text: words.join(""), mentions };
}

function literal(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What is being typed behind an @ at the caret: the beginning of a name, of at most three words. */
export function calledAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|[\s(])@([\p{L}.'-]*(?: [\p{L}.'-]+){0,2})$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1] ?? "").length - 1, query: found[1] ?? "" } : null;
}
