import { setIfUndefined } from "lib0/map";
import type { ClauseId, SourceVersionId } from "../../db/ids";
import type { Change, Successor } from "./shapes";

/** What successors are worked out from. Pure. */
export type History = {
  /** From the oldest version to the one asked about; each follows the one before. */
  lineage: readonly SourceVersionId[];
  clauses: readonly { id: ClauseId; versionId: SourceVersionId; joinedIntoId: ClauseId | null }[];
  /** The decisions in force. */
  decisions: readonly Decision[];
};

type Decision = { from: ClauseId; toVersionId: SourceVersionId; to: ClauseId | null; change: Change };

const HERE = (id: ClauseId): Successor => ({ state: "carried", to: [id], isChanged: false });

/**
 * What each clause of the versions before has become in the last one: from version to version by the decisions in force,
 * and never by a guess. A branch that waits for a person makes the whole wait. [C14]
 */
export function successorsOf({ lineage, clauses, decisions }: History): Map<ClauseId, Successor> {
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  const after = new Map(lineage.map((id, at) => [id, lineage[at + 1]]));
  const taken = new Map<ClauseId, Decision[]>();
  for (const decision of decisions) setIfUndefined(taken, decision.from, (): Decision[] => []).push(decision);
  const found = new Map<ClauseId, Successor>();

  function successorOf(id: ClauseId): Successor {
    return setIfUndefined(found, id, () => follow(id));
  }
  function follow(id: ClauseId): Successor {
    const clause = known.get(id);
    if (clause?.joinedIntoId) return successorOf(clause.joinedIntoId);
    const next = clause && after.get(clause.versionId);
    if (!next) return HERE(id);
    const steps = (taken.get(id) ?? []).filter(({ toVersionId }) => toVersionId === next);
    if (steps.length === 0) return { state: "undecided", at: next };
    return together(
      steps.map(({ to, change }) => (to === null ? { state: "dropped" } : changed(successorOf(to), change))),
    );
  }

  const last = lineage.at(-1);
  const asked = clauses.filter(({ versionId, joinedIntoId }) => versionId !== last || joinedIntoId);
  return new Map(asked.map(({ id }) => [id, successorOf(id)]));
}

function changed(successor: Successor, change: Change): Successor {
  if (successor.state !== "carried" || change === "unchanged" || change === "moved") return successor;
  return { ...successor, isChanged: true };
}

function together(branches: readonly Successor[]): Successor {
  const waiting = branches.find(({ state }) => state === "undecided");
  if (waiting) return waiting;
  const carried = branches.flatMap((branch) => (branch.state === "carried" ? [branch] : []));
  if (carried.length === 0) return { state: "dropped" };
  const to = [...new Set(carried.flatMap((branch) => branch.to))];
  return { state: "carried", to, isChanged: carried.some(({ isChanged }) => isChanged) };
}
