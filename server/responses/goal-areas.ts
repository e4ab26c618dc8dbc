import type { CenterId, ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";

export type GoalGround = {
  municipality: string;
  clauses: readonly ClauseRow[];
  /** Who has been given what: each goal's owner first. `guest`: the municipality of a guest's center. */
  given: readonly { clauseId: ClauseId; centerId: CenterId; guest?: string | null }[];
};

export type GoalArea = { id: ClauseId | null; title: string; goals: ClauseRow[] };

/** Goals by what they stand under; those that stand under nothing have a heading of their own. */
export function goalAreas(clauses: readonly ClauseRow[]): GoalArea[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const areas = new Map<ClauseId | null, GoalArea>();
  for (const goal of clauses) {
    if (goal.kind !== "goal") continue;
    const over = goal.parentId === null ? undefined : byId.get(goal.parentId);
    const id = over?.id ?? null;
    const area = areas.get(id) ?? { id, title: over ? titleOf(over) : "Mål", goals: [] };
    area.goals.push(goal);
    areas.set(id, area);
  }
  return [...areas.values()];
}

export function titleOf(node: ClauseRow): string {
  return node.heading || node.text || node.number;
}
