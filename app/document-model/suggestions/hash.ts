import { digest } from "lib0/hash/sha256";
import type { Inline } from "../document";
import { tidyInline } from "../inline";
import type { ProposedBlock } from "./shapes";

type Looks = Omit<ProposedBlock, "id">;

/** A long text is compared with itself at each rest of its writer: each block is read once. */
const known = new WeakMap<object, string>();

/** All that a reader could see of a block, in one form: whose looks are the same reads the same. */
export function looksOf(block: Looks): string {
  const found = known.get(block) ?? readLooks(block);
  known.set(block, found);
  return found;
}

function readLooks({ kind, level, content, of, seen }: Looks): string {
  const written = [kind, level, of ?? "", seen ?? "", tidyInline(content).map(looksOfInline)];
  return JSON.stringify(written).normalize("NFC");
}

function looksOfInline(inline: Inline): unknown {
  if ("break" in inline) return 0;
  return [inline.text, inline.bold ? 1 : 0, inline.italic ? 1 : 0, inline.href ?? "", inline.notes ?? []];
}

/** Whether two blocks read the same, whatever their ids. */
export function readsAs(one: Looks, other: Looks): boolean {
  return looksOf(one) === looksOf(other);
}

/** 16 hex digits of what it reads as. */
export function blockHash(block: Looks): string {
  const hash = digest(new TextEncoder().encode(looksOf(block)));
  return Array.from(hash.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Of several, in their order: which text somebody saw when they decided. */
export function hashOfAll(blocks: readonly Looks[]): string {
  return blocks.map(blockHash).join(".");
}
