import type { Proposal, ProposalNode } from "../proposal";

/** Undo: what stood at the top level before a correction. Whole trees would make each click write the paper fifty times. */
export type Change = { at: number; length: number; nodes: ProposalNode[] };

export const MAX_CHANGES = 50;
/** Papers with one long chapter change much at once; the oldest steps go first. */
const MAX_SIZE = 8_000_000;

/** The history with this correction added, bounded by number and size. Unchanged nodes are the same values in both trees. */
export function remember(history: readonly Change[], before: Proposal, after: Proposal): Change[] {
  const [from, to] = [before.nodes, after.nodes];
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const change = { at: start, length: to.length - start - end, nodes: from.slice(start, from.length - end) };
  const kept = [...history, change].slice(-MAX_CHANGES);
  let size = kept.reduce((sum, each) => sum + sizeOf(each), 0);
  while (kept.length > 1 && size > MAX_SIZE) size -= sizeOf(kept.shift());
  return kept;
}

/** The tree before the last correction, or null when there is none. */
export function undoLast(
  proposal: Proposal,
  history: readonly Change[],
): { proposal: Proposal; history: Change[] } | null {
  const last = history.at(-1);
  if (!last) return null;
  const nodes = proposal.nodes.toSpliced(last.at, last.length, ...last.nodes);
  return { proposal: { ...proposal, nodes }, history: history.slice(0, -1) };
}

function sizeOf(change: Change | undefined): number {
  return change ? JSON.stringify(change.nodes).length : 0;
}
