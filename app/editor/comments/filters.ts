import type { ThreadRow } from "../../../server/comments/shapes";
import type { Found } from "./anchors";

export const FILTERS = ["open", "mine", "resolved", "loose"] as const;
export type Filter = (typeof FILTERS)[number];

/** Where the words of threads are: those that are not in it are loose, or of a clause. */
export type Anchors = ReadonlyMap<string, Pick<Found, "blockId" | "from">>;

export function isLoose(thread: ThreadRow, anchors: Anchors): boolean {
  return thread.blockId !== null && !anchors.has(thread.id);
}

/** Those a person began, answered, was given or is mentioned in. */
function isMine({ startedBy, assignedTo, comments }: ThreadRow, me: string): boolean {
  if (startedBy === me || assignedTo === me) return true;
  return comments.some(({ by, text }) => by === me || text.includes(`@{${me}}`));
}

export function passes(thread: ThreadRow, filter: Filter, anchors: Anchors, me: string): boolean {
  if (filter === "resolved") return thread.resolved !== null;
  if (thread.resolved) return false;
  if (filter === "mine") return isMine(thread, me);
  return filter === "open" || isLoose(thread, anchors);
}

/** In the order of the text; then those of clauses, and those that have come loose, as they were begun. */
export function inOrder(threads: readonly ThreadRow[], anchors: Anchors): ThreadRow[] {
  const placeOf = (thread: ThreadRow) => anchors.get(thread.id)?.from ?? Number.POSITIVE_INFINITY;
  const rank = (thread: ThreadRow) => (anchors.has(thread.id) ? 0 : thread.clauseId ? 1 : 2);
  return [...threads].sort((one, other) => {
    const byRank = rank(one) - rank(other);
    return byRank !== 0 || rank(one) > 0 ? byRank : placeOf(one) - placeOf(other);
  });
}
