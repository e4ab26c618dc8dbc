import { and, eq } from "drizzle-orm";
import { isId, type PlanStepId } from "../../../db/ids";
import { planStep } from "../../../db/schema";
import { actorOf } from "../../audit";
import { notFound } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { ConsultationDeps } from "../deps";
import { TickForm } from "./forms";
import { matterToPlan } from "./matter";

/** Says that a step is done, or that it is not after all. The same again changes nothing. */
export async function tick(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { stepId, done } = parse(TickForm, form);
  if (!isId<PlanStepId>(stepId)) throw notFound();
  await deps.db.transaction(async (tx) => {
    const { consultation } = await matterToPlan(tx, viewer, consultationId);
    const isIt = and(eq(planStep.id, stepId), eq(planStep.consultationId, consultation.id));
    const [step] = await tx.select().from(planStep).where(isIt);
    if (!step) throw notFound();
    const isDone = done === "yes";
    if (isDone === (step.doneAt !== null)) return;
    const [doneAt, doneBy] = isDone ? [deps.clock.now(), viewer.id] : [null, null];
    await tx.update(planStep).set({ doneAt, doneBy }).where(isIt);
    await deps.audit.record(tx, actorOf(viewer), {
      event: isDone ? "plan-step-done" : "plan-step-reopened",
      objectKind: "consultation",
      objectId: consultation.id,
      data: { step: step.kind },
    });
  });
}
