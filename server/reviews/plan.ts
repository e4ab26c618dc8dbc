import { asc, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "../../db/client";
import type { ResponseId, UserId } from "../../db/ids";
import { approvalPlan } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { lockedMatterOfResponse, type Matter, matterOfResponse } from "../standing";
import { isCoordinator, mayRead, partakers } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { stepsIn } from "./plan-form";
import { type PlanGround, planProblems, type WrittenStep } from "./plan-rules";
import { authorsOf, managersOf } from "./queries";

export type PlannedStep = {
  position: number;
  approverId: UserId;
  substituteId: UserId | null;
  dueDay: string | null;
  isTacit: boolean;
};

/** Keeps who approves the text, in which order; the next sending takes its steps from it. [A8] */
export async function plan(deps: ReviewDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  const written = stepsIn(form);
  await changePlan(deps, viewer, responseId, async (tx, matter) => {
    const problems = planProblems(written, await groundOf(deps, tx, viewer, matter));
    if (Object.keys(problems).length > 0) throw new Refusal("invalid", "form", problems);
    return written.map((step, index) => planned(step, index + 1));
  });
}

/** Back to one approver, chosen when the text is sent. */
export function dropPlan(deps: ReviewDeps, viewer: Viewer, responseId: string): Promise<void> {
  return changePlan(deps, viewer, responseId, async () => []);
}

type OpenMatter = Awaited<ReturnType<typeof lockedMatterOfResponse>>;

async function changePlan(
  deps: ReviewDeps,
  viewer: Viewer,
  responseId: string,
  decide: (tx: Transaction, matter: OpenMatter) => Promise<PlannedStep[]>,
): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  await matterOfResponse(deps.db, viewer, responseId);
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  await deps.db.transaction(async (tx) => {
    const matter = await lockedMatterOfResponse(tx, viewer, responseId);
    if (matter.standing.status !== "writing") throw new Refusal("conflict", "already-sent");
    const steps = await decide(tx, matter);
    const { id } = matter.response;
    if (stampOf(steps) === stampOf(await planOf(tx, id))) return;
    await tx.delete(approvalPlan).where(eq(approvalPlan.responseId, id));
    if (steps.length > 0) await tx.insert(approvalPlan).values(steps.map((step) => ({ responseId: id, ...step })));
    await deps.audit.record(tx, actorOf(viewer), {
      event: steps.length > 0 ? "approval-planned" : "approval-plan-dropped",
      objectKind: "response",
      objectId: id,
      data: steps.length > 0 ? { steps } : {},
    });
  });
}

export async function groundOf(
  { clock }: Pick<ReviewDeps, "clock">,
  db: Queryable,
  viewer: Viewer,
  { response, standing }: Pick<Matter, "standing"> & { response: { documentId: OpenMatter["response"]["documentId"] } },
) {
  return {
    managers: await managersOf(db, viewer),
    senderId: viewer.id,
    authors: await authorsOf(db, response.documentId),
    participating: partakers(standing),
    today: danishDay(clock.now()),
  } satisfies PlanGround;
}

export async function planOf(db: Queryable, responseId: ResponseId): Promise<PlannedStep[]> {
  const { position, approverId, substituteId, dueDay, isTacit } = approvalPlan;
  return db
    .select({ position, approverId, substituteId, dueDay, isTacit })
    .from(approvalPlan)
    .where(eq(approvalPlan.responseId, responseId))
    .orderBy(asc(position));
}

/** What a page shows of a plan names this; a plan that was changed meanwhile is not sent unseen. */
export function stampOf(steps: readonly PlannedStep[]): string {
  const said = steps.map(({ approverId, substituteId, dueDay, isTacit }) => [
    approverId,
    substituteId,
    dueDay,
    isTacit,
  ]);
  return steps.length > 0 ? sha256(JSON.stringify(said)).slice(0, 16) : "";
}

export function writtenOf({ position, approverId, substituteId, dueDay, isTacit }: PlannedStep): WrittenStep {
  return { row: position, approverId, substituteId: substituteId ?? "", dueDay: dueDay ?? "", isTacit };
}

/** The rules have found every id among the managers, and every day in the calendar. */
function planned({ approverId, substituteId, dueDay, isTacit }: WrittenStep, position: number): PlannedStep {
  return {
    position,
    approverId: approverId as UserId,
    substituteId: substituteId ? (substituteId as UserId) : null,
    dueDay: dueDay || null,
    isTacit,
  };
}
