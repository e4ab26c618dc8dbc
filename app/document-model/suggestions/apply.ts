import type { Block } from "../document";
import { type Blocks, type Entry, isBlock, placeOf, withRow } from "./rows";
import type { Run } from "./shapes";
import { standingOf } from "./standing";

/** The text with a run applied that fits it; any other leaves it as it is. */
export function applyRun(blocks: Blocks, run: Run, newId: () => string): Blocks {
  const { state } = standingOf(run, blocks);
  return state === "fits" ? replaced(blocks, run, madeOf(run, newId)) : blocks;
}

export function applyRuns(blocks: Blocks, runs: readonly Run[], newId: () => string): Blocks {
  return runs.reduce((now, run) => applyRun(now, run, newId), blocks);
}

/** A new footnote is called what its words call it. */
export function madeOf({ proposed }: Pick<Run, "proposed">, newId: () => string): Block[] {
  return proposed.map(({ note, ...block }) => ({ ...block, type: "block", id: block.id ?? note ?? newId() }));
}

/** The run's place in the text with these blocks in it; a row never becomes empty. */
export function replaced(blocks: Blocks, { after, base }: Pick<Run, "after" | "base">, by: readonly Block[]): Blocks {
  const first = base[0]?.id ?? after;
  const found = first === null ? null : placeOf(blocks, first);
  const at = found ? found.at + (base.length > 0 ? 0 : 1) : 0;
  return withRow(blocks, found?.row.name ?? "", (entries) => {
    const left: Entry[] = [...entries.slice(0, at), ...by, ...entries.slice(at + base.length)];
    return left.length > 0 ? left : entries.filter(isBlock).slice(0, 1).map(emptied);
  });
}

function emptied(block: Block): Block {
  return { type: "block", id: block.id, kind: "paragraph", level: 0, content: [] };
}
