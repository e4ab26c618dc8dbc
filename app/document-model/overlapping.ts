import { encodeAny, toBase64 } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import { isBlockId } from "./block-id";

/**
 * Marks of which several may lie on one word, each with an id of its own: y-tiptap keeps each under a name of its own, so
 * that two people who put one on a word at once both keep theirs. [E12] [K1]
 */
export type OverlappingMark = {
  /** The name the mark with that id is kept under: the kind's own, and a hash of it folded into six bytes. */
  nameOf(id: string): string;
  /** Whether a text may be formatted so; null takes the mark away. */
  isOne(name: string, value: unknown): boolean;
  /** The ids among a text's formats, sorted. */
  idsIn(formats: Record<string, unknown>): string[];
};

const HASHED = 6;
/** An attacker's ids are not remembered for ever. */
const REMEMBERED = 10_000;

export function overlappingMark(kind: string): OverlappingMark {
  const form = new RegExp(`^${kind}--[A-Za-z0-9+/=]{8}$`);
  const known = new Map<string, string>();
  function nameOf(id: string): string {
    const found = known.get(id);
    if (found) return found;
    const hash = digest(encodeAny({ type: kind, attrs: { id } }));
    for (let at = HASHED; at < hash.length; at++) hash[at % HASHED] = (hash[at % HASHED] ?? 0) ^ (hash[at] ?? 0);
    const name = `${kind}--${toBase64(hash.slice(0, HASHED))}`;
    if (known.size > REMEMBERED) known.clear();
    known.set(id, name);
    return name;
  }
  function isOne(name: string, value: unknown): boolean {
    if (value === null) return form.test(name);
    if (typeof value !== "object" || !("id" in value) || Object.keys(value).length > 1) return false;
    return isBlockId(value.id) && name === nameOf(value.id);
  }
  function idsIn(formats: Record<string, unknown>): string[] {
    const ids = Object.keys(formats).flatMap((name) => {
      const value = form.test(name) ? formats[name] : null;
      const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
      return isBlockId(id) ? [id] : [];
    });
    return [...new Set(ids)].sort();
  }
  return { nameOf, isOne, idsIn };
}
