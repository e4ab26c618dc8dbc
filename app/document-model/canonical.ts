import type { ResponseDocument } from "./document";

/**
 * The one way to write a response as text: keys sorted, nothing undefined, text in Unicode form NFC. An approval names
 * the SHA-256 of these UTF-8 bytes, so a change here lapses every approval: it needs a new schema version. [E3]
 */
export function canonicalJson(document: ResponseDocument): string {
  return JSON.stringify(canonicalValue(document));
}

/** The same for a part of one: what its own hash is of. [A21] */
export function canonicalValue(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, canonicalValue(member)]),
  );
}
