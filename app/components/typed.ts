/**
 * What a person has typed in a page's forms and not sent, kept on this machine alone: by person, by place (the text or the
 * part it is about), and by what of it (the round). Gone when it is sent, when they sign out, and after a month. [A18]
 */
export type Typed = Readonly<Record<string, string>>;
export type Where = { person: string; place: string; of: string };

const PREFIX = "typed:";
const KEPT_MS = 30 * 24 * 3_600_000;
const SEPARATOR = "|";

export function typedAt(where: Where): Typed {
  return quietly(() => readFrom(nameOf(where))?.fields, undefined) ?? {};
}

/** Fields without words are none. */
export function keepTyped(where: Where, fields: Typed): void {
  const said = Object.entries(fields).filter(([, text]) => text.trim() !== "");
  quietly(() => {
    if (said.length === 0) localStorage.removeItem(nameOf(where));
    else localStorage.setItem(nameOf(where), JSON.stringify({ at: Date.now(), fields: Object.fromEntries(said) }));
  }, undefined);
}

/** All that was typed there, of whatever round. */
export function forgetTyped({ person, place }: Pick<Where, "person" | "place">): void {
  remove((name) => name.startsWith(`${PREFIX}${person}${SEPARATOR}${place}${SEPARATOR}`));
}

/** In how many places something of this person's lies on the machine. */
export function typedCount(person: string): number {
  return quietly(() => names().filter((name) => name.startsWith(ofPerson(person))).length, 0);
}

export function forgetAllTyped(person: string): void {
  remove((name) => name.startsWith(ofPerson(person)));
}

/** What nobody has come back to for a month. */
export function clearOldTyped(now = Date.now()): void {
  const at = (name: string) => quietly(() => readFrom(name)?.at, 0) ?? 0;
  remove((name) => name.startsWith(PREFIX) && at(name) < now - KEPT_MS);
}

function nameOf({ person, place, of }: Where): string {
  return [`${PREFIX}${person}`, place, of].join(SEPARATOR);
}

function ofPerson(person: string): string {
  return `${PREFIX}${person}${SEPARATOR}`;
}

function names(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
}

function remove(isMeant: (name: string) => boolean): void {
  quietly(() => {
    for (const name of names().filter(isMeant)) localStorage.removeItem(name);
  }, undefined);
}

function readFrom(name: string): { at: number; fields: Typed } | null {
  const found: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
  if (typeof found !== "object" || found === null || !("at" in found) || !("fields" in found)) return null;
  const { at, fields } = found;
  if (typeof at !== "number" || typeof fields !== "object" || fields === null) return null;
  const texts = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { at, fields: Object.fromEntries(texts) };
}

/** Where nothing may be stored, what is typed stays as long as its page does. */
function quietly<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
