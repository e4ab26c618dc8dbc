import { eq, max, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "../../../db/client";
import { assignment, consultation, deadlineChange } from "../../../db/schema";
import { actorOf } from "../../audit";
import { danishDay } from "../../clock";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { Matter } from "../../standing";
import type { ConsultationDeps } from "../deps";
import { ChangeForm } from "./forms";
import { matterToPlan } from "./matter";
import { bestTemplate } from "./propose";
import { proposedFor, stepsOf, writePlan } from "./steps";
import { tellMoved } from "./tell-moved";

type Hearing = Matter["consultation"];
type Wanted = Omit<z.output<typeof ChangeForm>, "deadlineTime"> & { deadlineTime: string | null };

/** Changes what a hearing was opened with. A deadline that moves is told to all who take part, with its reason. [H13] [H14] */
export async function change(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const given = parse(ChangeForm, form);
  const wanted = { ...given, deadlineTime: given.deadlineTime ?? null };
  await deps.db.transaction(async (tx) => {
    const { consultation: hearing } = await matterToPlan(tx, viewer, consultationId);
    const { kle, caseNumber, deadline, deadlineTime } = wanted;
    const isMoved = deadline !== hearing.deadline || deadlineTime !== hearing.deadlineTime;
    if (!isMoved && kle === hearing.kle && caseNumber === hearing.caseNumber) return;
    await judge(deps, tx, viewer, hearing, wanted);
    const revision = isMoved ? sql`${consultation.revision} + 1` : hearing.revision;
    const facts = { kle, caseNumber, deadline, deadlineTime, revision };
    await tx.update(consultation).set(facts).where(eq(consultation.id, hearing.id));
    if (isMoved) await move(deps, tx, viewer, hearing, wanted);
    await record(deps, tx, viewer, hearing, wanted);
  });
}

function endOf({ deadline, deadlineTime }: Pick<Hearing, "deadline" | "deadlineTime">): string {
  // No time of day is the whole day.
  return `${deadline} ${deadlineTime ?? "24:00"}`;
}

/** Each thing that is wrong at its own field. */
async function judge(deps: ConsultationDeps, tx: Transaction, viewer: Viewer, hearing: Hearing, wanted: Wanted) {
  const today = danishDay(deps.clock.now());
  const { deadline, kle } = wanted;
  const problems: Record<string, string> = {};
  const problem = deadline === hearing.deadline ? null : await deadlineProblem(tx, hearing, wanted, today);
  if (problem) problems["deadline"] = problem;
  if (endOf(wanted) > endOf(hearing) && !wanted.reason) problems["reason"] = "missing";
  if (kle !== hearing.kle)
    Object.assign(problems, await deps.kle.wrongWith(viewer.municipality.id, { kle }, today, tx));
  if (Object.keys(problems).length > 0) throw new Refusal("invalid", "form", problems);
  return deadline;
}

async function deadlineProblem(tx: Transaction, { id }: Hearing, { deadline, movePlan }: Wanted, today: string) {
  if (deadline < today) return "deadline-passed";
  const ofHearing = eq(assignment.consultationId, id);
  const [internal] = await tx
    .select({ latest: max(assignment.deadline) })
    .from(assignment)
    .where(ofHearing);
  if (internal?.latest && internal.latest > deadline) return "internal-deadlines-after";
  const steps = movePlan ? [] : await stepsOf(tx, id);
  return steps.some((step) => !step.doneAt && step.day > deadline) ? "plan-steps-after" : null;
}

async function move(deps: ConsultationDeps, tx: Transaction, viewer: Viewer, hearing: Hearing, wanted: Wanted) {
  const { deadline, deadlineTime, reason } = wanted;
  const at = deps.clock.now();
  await tx.insert(deadlineChange).values({
    id: crypto.randomUUID(),
    consultationId: hearing.id,
    fromDay: hearing.deadline,
    fromTime: hearing.deadlineTime,
    toDay: deadline,
    toTime: deadlineTime,
    reason,
    by: viewer.id,
    at,
  });
  if (wanted.movePlan) await setAnew(tx, { ...hearing, deadline, deadlineTime }, danishDay(at));
  await tellMoved(deps, tx, viewer, { consultationId: hearing.id, centerId: null, day: deadline });
}

/** From the same template, or from one that fits where there is too little time for it now; from none when none does. */
async function setAnew(tx: Transaction, hearing: Hearing, today: string): Promise<void> {
  const end = { day: hearing.deadline, time: hearing.deadlineTime };
  const same = hearing.planTemplate && (await proposedFor(tx, hearing, hearing.planTemplate, today));
  const template = same?.fits ? hearing.planTemplate : bestTemplate(today, end);
  if (!template) return;
  const proposal = await proposedFor(tx, hearing, template, today);
  if (proposal.fits) await writePlan(tx, hearing.id, template, proposal.steps);
}

function record({ audit }: ConsultationDeps, tx: Transaction, viewer: Viewer, hearing: Hearing, wanted: Wanted) {
  const changed = (["deadline", "deadlineTime", "caseNumber", "kle"] as const).filter(
    (name) => wanted[name] !== hearing[name],
  );
  const from = Object.fromEntries(changed.map((name) => [name, hearing[name]]));
  const to = Object.fromEntries(changed.map((name) => [name, wanted[name]]));
  const isMoved = changed.includes("deadline") || changed.includes("deadlineTime");
  const isExtended = endOf(wanted) > endOf(hearing);
  return audit.record(tx, actorOf(viewer), {
    event: isExtended ? "deadline-extended" : isMoved ? "deadline-moved" : "hearing-changed",
    objectKind: "consultation",
    objectId: hearing.id,
    data: { from, to, ...(isMoved ? { reason: wanted.reason } : {}) },
  });
}
