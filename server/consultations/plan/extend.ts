import { and, eq, lt, min } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { type CenterId, isId } from "../../../db/ids";
import { assignment, deadlineChange } from "../../../db/schema";
import { actorOf } from "../../audit";
import { danishDay } from "../../clock";
import { notFound, Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { Matter } from "../../standing";
import { rightsOf } from "../../standing/rules";
import type { ConsultationDeps } from "../deps";
import { internalDeadlineProblem } from "../rules";
import { ExtendForm } from "./forms";
import { matterToPlan } from "./matter";
import { tellMoved } from "./tell-moved";

/** Gives a center more time for all that it was given to an earlier day, and says why. [H4] [H14] */
export async function extend(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { centerId, deadline, reason } = parse(ExtendForm, form);
  await deps.db.transaction(async (tx) => {
    const matter = await matterToPlan(tx, viewer, consultationId);
    if (!rightsOf(viewer, matter.standing).assign) throw new Refusal("conflict", "approved");
    const center = participant(matter, centerId);
    const earliest = await judged(tx, matter, center, deadline, danishDay(deps.clock.now()));
    const isEarlier = and(isOf(matter, center), lt(assignment.deadline, deadline));
    await tx.update(assignment).set({ deadline }).where(isEarlier);
    const move = {
      consultationId: matter.consultation.id,
      centerId: center,
      reason,
      by: viewer.id,
      at: deps.clock.now(),
    };
    await tx.insert(deadlineChange).values({ id: crypto.randomUUID(), ...move, fromDay: earliest, toDay: deadline });
    await tellMoved(deps, tx, viewer, { consultationId: matter.consultation.id, centerId: center, day: deadline });
    await deps.audit.record(tx, actorOf(viewer), {
      event: "center-extended",
      objectKind: "consultation",
      objectId: matter.consultation.id,
      data: { centerId: center, from: earliest, to: deadline, reason },
    });
  });
}

function participant({ standing }: Matter, centerId: string): CenterId {
  if (!isId<CenterId>(centerId) || !standing.participating.includes(centerId)) throw notFound();
  return centerId;
}

function isOf({ consultation }: Matter, centerId: CenterId) {
  return and(eq(assignment.consultationId, consultation.id), eq(assignment.centerId, centerId));
}

async function judged(
  tx: Transaction,
  matter: Matter,
  centerId: CenterId,
  day: string,
  today: string,
): Promise<string> {
  const { deadline } = assignment;
  const [given] = await tx
    .select({ earliest: min(deadline) })
    .from(assignment)
    .where(and(isOf(matter, centerId), lt(deadline, day)));
  const problem = internalDeadlineProblem(day, today, matter.consultation.deadline);
  const code = problem ?? (given?.earliest ? null : "deadline-not-later");
  if (code || !given?.earliest) throw new Refusal("invalid", "form", { deadline: code ?? "deadline-not-later" });
  return given.earliest;
}
