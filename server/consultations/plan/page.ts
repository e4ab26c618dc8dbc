import { aliasedTable, asc, desc, eq, max, sql } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import { centerNameIn, guestsLast } from "../../../db/guests";
import type { CenterId, ConsultationId } from "../../../db/ids";
import { assignment, center, deadlineChange, person, planStep } from "../../../db/schema";
import { danishDay } from "../../clock";
import { deadlineOf } from "../../deadline";
import type { Viewer } from "../../identity/viewer";
import { mayPlan, rightsOf } from "../../standing/rules";
import type { ConsultationDeps } from "../deps";
import { dayOff } from "./holidays";
import { matterFor } from "./matter";
import { propose } from "./propose";
import type { CenterInPlan, MovedDeadline, PlanPage, PlanStepRow } from "./shapes";
import { stepsOf } from "./steps";
import { INTERNAL, STEP_KINDS, TEMPLATES, WEIGHTS } from "./templates";
import { workingDaysBetween } from "./working-days";

export async function page(deps: ConsultationDeps, viewer: Viewer, consultationId: string): Promise<PlanPage> {
  const { db, clock } = deps;
  const { consultation: hearing, standing } = await matterFor(db, viewer, consultationId);
  const today = danishDay(clock.now());
  const end = { day: hearing.deadline, time: hearing.deadlineTime };
  const steps = await stepRows(db, hearing.id, today);
  const done = steps.flatMap((step) => (step.done ? [step.kind] : []));
  return {
    steps,
    template: hearing.planTemplate,
    isConfirmed: hearing.planConfirmedAt !== null,
    templates: TEMPLATES.map((template) => ({
      template,
      needs: WEIGHTS[template].filter(([kind]) => !done.includes(kind)).length,
      fits: propose(template, today, end, done).fits,
    })),
    workingDays: workingDaysBetween(today, hearing.deadline).length,
    moved: await movedIn(db, hearing.id, today),
    centers: await centersIn(deps, viewer, hearing.id, today),
    can: { plan: mayPlan(viewer, standing), extend: rightsOf(viewer, standing).assign },
  };
}

/** The day by which the plan wants the centers' answers; null without such a step, or when it is over. */
export async function internalDay({ db, clock }: ConsultationDeps, viewer: Viewer, consultationId: string) {
  const { consultation: hearing } = await matterFor(db, viewer, consultationId);
  const step = (await stepsOf(db, hearing.id)).find(({ kind }) => kind === INTERNAL);
  return step && step.day >= danishDay(clock.now()) && step.day <= hearing.deadline ? step.day : null;
}

async function stepRows(db: Queryable, consultationId: ConsultationId, today: string): Promise<PlanStepRow[]> {
  const rows = await db
    .select({ step: planStep, by: person.name })
    .from(planStep)
    .leftJoin(person, eq(person.id, planStep.doneBy))
    .where(eq(planStep.consultationId, consultationId));
  return rows
    .sort((a, b) => STEP_KINDS.indexOf(a.step.kind) - STEP_KINDS.indexOf(b.step.kind))
    .map(({ step: { id, kind, day, time, doneAt }, by }) => ({
      id,
      kind,
      deadline: deadlineOf(day, time, today),
      off: dayOff(day),
      done: doneAt ? { at: doneAt, by: by ?? "" } : null,
    }));
}

const mover = aliasedTable(person, "mover");

async function movedIn(db: Queryable, consultationId: ConsultationId, today: string): Promise<MovedDeadline[]> {
  const rows = await db
    .select({ change: deadlineChange, center: sql<string | null>`${centerNameIn(consultationId)}`, by: mover.name })
    .from(deadlineChange)
    .innerJoin(mover, eq(mover.id, deadlineChange.by))
    .leftJoin(center, eq(center.id, deadlineChange.centerId))
    .where(eq(deadlineChange.consultationId, consultationId))
    .orderBy(desc(deadlineChange.at));
  return rows.map(({ change, center: name, by }) => ({
    id: change.id,
    center: name,
    from: deadlineOf(change.fromDay, change.fromTime, today),
    to: deadlineOf(change.toDay, change.toTime, today),
    reason: change.reason,
    by,
    at: change.at,
  }));
}

async function centersIn(
  deps: ConsultationDeps,
  viewer: Viewer,
  id: ConsultationId,
  today: string,
): Promise<CenterInPlan[]> {
  const owed = new Map((await deps.links.owed([viewer], [id])).map((one) => [one.centerId, one]));
  const given = await latestDays(deps.db, id);
  return given.flatMap(({ centerId, name, latest }) => {
    const one = owed.get(centerId);
    if (!one || !latest) return [];
    return [
      {
        id: centerId,
        name,
        open: one.open,
        total: one.total,
        latest: deadlineOf(latest, null, today),
        overdue: one.overdue,
        late: one.cameLate,
      },
    ];
  });
}

function latestDays(
  db: Queryable,
  id: ConsultationId,
): Promise<{ centerId: CenterId; name: string; latest: string | null }[]> {
  return db
    .select({ centerId: center.id, name: centerNameIn(id), latest: max(assignment.deadline) })
    .from(assignment)
    .innerJoin(center, eq(center.id, assignment.centerId))
    .where(eq(assignment.consultationId, id))
    .groupBy(center.id)
    .orderBy(...guestsLast(id), asc(center.kind), asc(center.name));
}
