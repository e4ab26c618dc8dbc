import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../../../db/client";
import { type ConsultationId, newId, type PlanStepId } from "../../../db/ids";
import { consultation, planStep } from "../../../db/schema";
import { type ProposedStep, propose } from "./propose";
import { STEP_KINDS, type Template } from "./templates";

export type StepRow = typeof planStep.$inferSelect;
type Hearing = { id: ConsultationId; deadline: string; deadlineTime: string | null };

/** The steps of a hearing's plan, in their order. */
export async function stepsOf(db: Queryable, consultationId: ConsultationId): Promise<StepRow[]> {
  const rows = await db.select().from(planStep).where(eq(planStep.consultationId, consultationId));
  return rows.sort((a, b) => STEP_KINDS.indexOf(a.kind) - STEP_KINDS.indexOf(b.kind));
}

/** What the template proposes of what is not done yet. */
export async function proposedFor(db: Queryable, hearing: Hearing, template: Template, today: string) {
  const done = (await stepsOf(db, hearing.id)).flatMap(({ kind, doneAt }) => (doneAt ? [kind] : []));
  return propose(template, today, { day: hearing.deadline, time: hearing.deadlineTime }, done);
}

/** Proposed until a coordinator has confirmed it; what is done stays, and a step that stays is still the same step. [H12] */
export async function writePlan(
  tx: Transaction,
  consultationId: ConsultationId,
  template: Template,
  steps: readonly ProposedStep[],
): Promise<void> {
  await tx
    .update(consultation)
    .set({ planTemplate: template, planConfirmedAt: null })
    .where(eq(consultation.id, consultationId));
  const kinds = steps.map(({ kind }) => kind);
  const isUndone = and(eq(planStep.consultationId, consultationId), isNull(planStep.doneAt));
  await tx.delete(planStep).where(kinds.length > 0 ? and(isUndone, notInArray(planStep.kind, kinds)) : isUndone);
  if (steps.length === 0) return;
  const rows = steps.map((step) => ({ id: newId<PlanStepId>(), consultationId, ...step }));
  await tx
    .insert(planStep)
    .values(rows)
    .onConflictDoUpdate({
      target: [planStep.consultationId, planStep.kind],
      set: { day: sql`excluded.day`, time: sql`excluded.time`, revision: sql`${planStep.revision} + 1` },
    });
}
