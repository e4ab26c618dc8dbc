import type { Block } from "../document";
import { allBlocks } from "../document";
import type { Change } from "./diff";
import { readsAs } from "./hash";
import { type Blocks, type Entry, isBlock, placeOf } from "./rows";

/**
 * Whether a text has come to read as somebody has made it: their suggestion was accepted, or others did the same. Paragraphs
 * that came have ids of the server there. [G10]
 */
export function isTakenIn({ run, made }: Change, base: Blocks, now: Blocks): boolean {
  const own = new Set(run.base.map(({ id }) => id));
  const stayed = made.findIndex(({ id }) => own.has(id));
  const isOthersGone = run.base.every(({ id }) => made.some((one) => one.id === id) || placeOf(now, id) === null);
  if (!isOthersGone) return false;
  if (made.length === 0) return true;
  const known = new Set([...allBlocks({ blocks: base })].map(({ id }) => id));
  const there = entriesAt(now, stayed < 0 ? run.after : (made[stayed]?.id ?? null), Math.max(0, stayed), stayed < 0);
  return made.every((block, at) => isOne(block, there[at], own.has(block.id), known));
}

/** The entries from where the run's would begin. */
function entriesAt(now: Blocks, id: string | null, before: number, isBehind: boolean): readonly Entry[] {
  const place = id === null ? null : placeOf(now, id);
  if (!place) return id === null ? now : [];
  return place.row.entries.slice(Math.max(0, isBehind ? place.at + 1 : place.at - before));
}

/** What came is new since then: an empty line beside an empty line is not the same one. */
function isOne(block: Block, there: Entry | undefined, isOwn: boolean, known: ReadonlySet<string>): boolean {
  if (!there || !isBlock(there) || !readsAs(block, there)) return false;
  return isOwn ? there.id === block.id : !known.has(there.id);
}
