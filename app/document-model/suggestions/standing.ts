import type { Block } from "../document";
import { readsAs } from "./hash";
import { type Blocks, isBlock, placeOf } from "./rows";
import type { Run } from "./shapes";

/**
 * How a run stands to a text: it fits; its blocks are there but read otherwise now; or they are not all there any more, or
 * not beside each other. `now`: those that are there. [G6]
 */
export type RunStanding = { state: "fits" | "changed" | "gone"; now: Block[] };

export function standingOf({ after, base }: Pick<Run, "after" | "base">, blocks: Blocks): RunStanding {
  const [first] = base;
  if (!first) return { state: after === null || placeOf(blocks, after) ? "fits" : "gone", now: [] };
  const place = placeOf(blocks, first.id);
  const beside = place?.row.entries.slice(place.at, place.at + base.length).filter(isBlock) ?? [];
  if (beside.length < base.length || !base.every(({ id }, at) => beside[at]?.id === id))
    return { state: "gone", now: base.flatMap(({ id }) => blockIn(blocks, id)) };
  const isSame = base.every((block, at) => {
    const now = beside[at];
    return now !== undefined && readsAs(block, now);
  });
  return { state: isSame ? "fits" : "changed", now: beside };
}

function blockIn(blocks: Blocks, id: string): Block[] {
  const place = placeOf(blocks, id);
  const entry = place?.row.entries[place.at];
  return entry && isBlock(entry) ? [entry] : [];
}
