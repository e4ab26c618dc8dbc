import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../../db/client";
import type { ClauseId, SourceVersionId } from "../../db/ids";
import { carryOver, clause, sourceVersion } from "../../db/schema";
import type { ChangeKind } from "../carry-over/shapes";
import type { GoneGoal, SinceBefore } from "./shapes";

export type Since = { before: SinceBefore | null; changeOf: (goal: ClauseId) => ChangeKind | null };

/** How a version's goals stand to those of the version it follows, by decisions in force alone. [M18] */
export async function sinceBefore(db: Queryable, versionId: SourceVersionId): Promise<Since> {
  const before = await versionBefore(db, versionId);
  if (!before) return { before: null, changeOf: () => null };
  const rows = await stepsOf(db, before.id, versionId);
  const gone = rows.flatMap(({ change, to, ...goal }): GoneGoal[] =>
    change === "met" || change === "dropped" ? [{ ...goal, change }] : [],
  );
  const waiting = rows.filter(({ change }) => change === null).length;
  const changes = new Map(rows.flatMap(({ to, change }) => (to && change ? [[to, change] as const] : [])));
  return {
    before: { ...before, gone, waiting },
    // While one of the old ones waits, a goal that nothing leads to may be what that one has become.
    changeOf: (goal) => changes.get(goal) ?? (waiting > 0 ? null : "new"),
  };
}

async function versionBefore(db: Queryable, versionId: SourceVersionId) {
  const before = alias(sourceVersion, "before");
  const [found] = await db
    .select({ id: before.id, label: before.label })
    .from(sourceVersion)
    .innerJoin(before, eq(before.id, sourceVersion.followsId))
    .where(eq(sourceVersion.id, versionId));
  return found;
}

/** One row for each goal of the old version and each that it leads to; one with neither for a goal that waits. */
async function stepsOf(db: Queryable, from: SourceVersionId, to: SourceVersionId) {
  const isStep = and(eq(carryOver.fromClauseId, clause.id), eq(carryOver.toVersionId, to), isNull(carryOver.undoneAt));
  const isGoal = and(eq(clause.versionId, from), eq(clause.kind, "goal"), isNull(clause.joinedIntoId));
  const { id, number, heading, text } = clause;
  return db
    .select({ id, number, heading, text, change: carryOver.change, to: carryOver.toClauseId })
    .from(clause)
    .leftJoin(carryOver, isStep)
    .where(isGoal)
    .orderBy(clause.position);
}
