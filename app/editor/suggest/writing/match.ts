import { textOf } from "../../../document-model/document";
import { readsAs } from "../../../document-model/suggestions/hash";
import type { Run } from "../../../document-model/suggestions/shapes";

/**
 * A suggestion of one's own. `sent`: as the server is known to have it, null when that is not known. `end`: it was accepted, or
 * it is to go out of one's text, because somebody has rejected it or it was taken back elsewhere.
 */
export type Row = { id: string; run: Run; sent: string | null; isKept: boolean; end: "accepted" | "dropped" | null };

export type Matched = { rows: Row[]; changed: Row[]; withdrawn: Row[] };

/** Which of one's rows each run goes on, which are new, and which there is no run for any more. */
export function matched(rows: readonly Row[], runs: readonly Run[], newId: () => string): Matched {
  const taken = new Set<Row>();
  const next = runs.filter(isSomething).flatMap((run): Row[] => {
    // What was accepted comes back as text in a moment: it is not proposed again.
    if (rows.some((row) => row.end === "accepted" && isOnSame(row.run, run))) return [];
    const row = rows.find((one) => one.end === null && !taken.has(one) && isOfSame(one.run, run));
    if (row) taken.add(row);
    return [row ? { ...row, run } : { id: newId(), run, sent: null, isKept: false, end: null }];
  });
  const ended = rows.filter(({ end }) => end !== null);
  const withdrawn = rows.filter((row) => row.end === null && !taken.has(row));
  return { rows: [...ended, ...next], changed: next.filter(({ run, sent }) => sent !== sentOf(run)), withdrawn };
}

export function sentOf(run: Run): string {
  return JSON.stringify(run);
}

/** An empty paragraph that somebody is about to write in is no suggestion yet. */
function isSomething({ base, proposed }: Run): boolean {
  return base.length > 0 || proposed.some((block) => textOf(block) !== "");
}

/** Of the same paragraphs, or of the same place between them. */
export function isOfSame(one: Run, other: Run): boolean {
  if (one.base.length === 0 || other.base.length === 0)
    return one.base.length === other.base.length && one.after === other.after;
  return one.base.some(({ id }) => other.base.some((block) => block.id === id));
}

function isOnSame(one: Run, other: Run): boolean {
  const isSameBase = (block: Run["base"][number], at: number) => {
    const own = other.base[at];
    return own?.id === block.id && readsAs(own, block);
  };
  return isOfSame(one, other) && one.base.length === other.base.length && one.base.every(isSameBase);
}
