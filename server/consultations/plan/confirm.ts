import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { consultation, planStep } from "../../../db/schema";
import { actorOf } from "../../audit";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { ConsultationDeps } from "../deps";
import { datesForm } from "./forms";
import { matterToPlan } from "./matter";
import { planProblems } from "./propose";
import { type StepRow, stepsOf } from "./steps";

type Dated = StepRow & { was: Pick<StepRow, "day" | "time"> };

/** The dates as the coordinator wants them. Nothing is written when one of them is wrong, and each says so at its field. [H11] */
export async function confirm(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  await deps.db.transaction(async (tx) => {
    const { consultation: hearing } = await matterToPlan(tx, viewer, consultationId);
    const steps = dated(await stepsOf(tx, hearing.id), form);
    const problems = planProblems(steps, hearing.deadline);
    if (problems.size > 0) throw new Refusal("invalid", "form", atFields(problems));
    const moved = steps.filter(({ day, time, was }) => day !== was.day || time !== was.time);
    if (moved.length === 0 && hearing.planConfirmedAt) return;
    await write(tx, moved);
    const planConfirmedAt = deps.clock.now();
    await tx.update(consultation).set({ planConfirmedAt }).where(eq(consultation.id, hearing.id));
    await deps.audit.record(tx, actorOf(viewer), {
      event: "plan-confirmed",
      objectKind: "consultation",
      objectId: hearing.id,
      data: { moved: moved.map(({ kind, day, time }) => ({ kind, day, time })) },
    });
  });
}

function dated(steps: readonly StepRow[], form: unknown): Dated[] {
  const dates = parse(datesForm(steps.map(({ id }) => id)), form);
  return steps.map((step) => {
    const { day, time } = step;
    return { ...step, day: dates[`day-${step.id}`] ?? day, time: dates[`time-${step.id}`] ?? null, was: { day, time } };
  });
}

function atFields(problems: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...problems].map(([id, code]) => [`day-${id}`, code]));
}

async function write(tx: Transaction, moved: readonly Dated[]): Promise<void> {
  for (const { id, day, time } of moved)
    await tx
      .update(planStep)
      .set({ day, time, revision: sql`${planStep.revision} + 1` })
      .where(eq(planStep.id, id));
}
