import { and, inArray, isNull, or, sql } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import type { ClauseId } from "../../../db/ids";
import { answer, assignment, carryOver, goalStatus, paragraphLink, secondLook } from "../../../db/schema";

/** Which of the clauses something hangs on: a remark, an answer, how far one is with it, an assignment, or what became of an earlier clause. */
export async function inUse(db: Queryable, ids: readonly ClauseId[]): Promise<Set<ClauseId>> {
  if (ids.length === 0) return new Set();
  const all = [...ids];
  const linked = db
    .select({ id: sql<ClauseId>`${paragraphLink.targetId}` })
    .from(paragraphLink)
    .where(inArray(paragraphLink.targetId, all));
  const assigned = db.select({ id: assignment.clauseId }).from(assignment).where(inArray(assignment.clauseId, all));
  const answered = db.select({ id: answer.clauseId }).from(answer).where(inArray(answer.clauseId, all));
  const said = db.select({ id: goalStatus.clauseId }).from(goalStatus).where(inArray(goalStatus.clauseId, all));
  const looked = db.select({ id: secondLook.clauseId }).from(secondLook).where(inArray(secondLook.clauseId, all));
  const carried = db
    .select({ from: carryOver.fromClauseId, to: carryOver.toClauseId })
    .from(carryOver)
    .where(
      and(isNull(carryOver.undoneAt), or(inArray(carryOver.fromClauseId, all), inArray(carryOver.toClauseId, all))),
    );
  const found = new Set<ClauseId>();
  for (const { id } of await linked.unionAll(assigned).unionAll(answered).unionAll(said).unionAll(looked))
    found.add(id);
  const asked = new Set(all);
  for (const { from, to } of await carried) {
    if (asked.has(from)) found.add(from);
    if (to && asked.has(to)) found.add(to);
  }
  return found;
}
