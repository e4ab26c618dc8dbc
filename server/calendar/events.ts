import { and, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { centerNameIn } from "../../db/guests";
import type { CenterId } from "../../db/ids";
import { assignment, center, consultation, planStep } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import { guestsOf, isSeenByAny } from "../standing";
import { isCoordinator } from "../standing/rules";
import type { CalendarEvent } from "./rules";

type Asked = { since: string; home: string };

const STEPS: Record<(typeof planStep.$inferSelect)["kind"], string> = {
  draft: "Udkast",
  comments: "Centrenes svar",
  "second-round": "Anden runde",
  "center-manager": "Centerledernes godkendelse",
  director: "Direktørens godkendelse",
  sent: "Svaret sendes",
};

/**
 * Deadlines and plans of the hearings in which this person's centers take part, all of them for a coordinator; the internal
 * deadlines of their own centers. By title and number: nothing of any text. At home and in all joint hearings at once. [H21]
 * [J17] [J21]
 */
export async function eventsFor(db: Queryable, viewer: Viewer, asked: Asked): Promise<CalendarEvent[]> {
  const viewers = [viewer, ...(await guestsOf(db, viewer))].filter(
    (one) => isCoordinator(one) || ownOf(one).length > 0,
  );
  if (viewers.length === 0) return [];
  const isSeen = isSeenByAny(viewers, takesPart);
  const withCenters = viewers.filter((one) => ownOf(one).length > 0);
  const isOwn = isSeenByAny(withCenters, (one) => inArray(assignment.centerId, ownOf(one)));
  return [
    ...(await externalDeadlines(db, isSeen, asked)),
    ...(await planSteps(db, isSeen, asked)),
    ...(withCenters.length > 0 ? await internalDeadlines(db, isOwn, asked) : []),
  ];
}

function ownOf({ roles }: Viewer): CenterId[] {
  return roles.flatMap((held) => (held.center ? [held.center.id] : []));
}

function takesPart(viewer: Viewer): SQL | undefined {
  if (isCoordinator(viewer)) return undefined;
  return sql`exists (select from ${assignment} where ${assignment.consultationId} = ${consultation.id}
    and ${inArray(assignment.centerId, ownOf(viewer))})`;
}

const { id, title, userKey } = consultation;

async function externalDeadlines(db: Queryable, isSeen: SQL | undefined, asked: Asked): Promise<CalendarEvent[]> {
  const { deadline: day, deadlineTime: time, revision: sequence } = consultation;
  const rows = await db
    .select({ id, title, userKey, day, time, sequence })
    .from(consultation)
    .where(and(isSeen, gte(day, asked.since)))
    .orderBy(day, id);
  return rows.map((row) => ({
    ...event(row, asked),
    uid: uidOf("frist", row.id),
    summary: `Ekstern frist: ${named(row)}`,
  }));
}

async function planSteps(db: Queryable, isSeen: SQL | undefined, asked: Asked): Promise<CalendarEvent[]> {
  const { id: stepId, kind, day, time, revision: sequence } = planStep;
  const rows = await db
    .select({ stepId, kind, day, time, sequence, id, title, userKey })
    .from(planStep)
    .innerJoin(consultation, eq(id, planStep.consultationId))
    .where(and(isSeen, gte(day, asked.since), or(sql`${kind} <> 'sent'`, sql`${day} <> ${consultation.deadline}`)))
    .orderBy(day, stepId);
  return rows.map((row) => ({
    ...event(row, asked),
    uid: uidOf("trin", row.stepId),
    summary: `${STEPS[row.kind]}: ${named(row)}`,
  }));
}

/** One for each day a center was given: a deadline that is moved is another day's event. */
async function internalDeadlines(db: Queryable, isOwn: SQL | undefined, asked: Asked): Promise<CalendarEvent[]> {
  const { centerId, deadline: day } = assignment;
  const rows = await db
    .selectDistinct({ centerId, center: centerNameIn(id).as("named"), day, id, title, userKey })
    .from(assignment)
    .innerJoin(consultation, eq(id, assignment.consultationId))
    .innerJoin(center, eq(center.id, centerId))
    .where(and(isOwn, gte(day, asked.since)))
    .orderBy(day, id, centerId);
  return rows.map((row) => ({
    ...event({ ...row, time: null, sequence: 0 }, asked),
    uid: uidOf("intern", `${row.id}-${row.centerId}-${row.day}`),
    summary: `Frist for ${row.center}: ${named(row)}`,
  }));
}

type Row = { id: string; day: string; time: string | null; sequence: number };

function event({ id: hearing, day, time, sequence }: Row, { home }: Asked) {
  return { day, time: time?.slice(0, 5) ?? null, sequence, url: home ? `${home}/hoeringer/${hearing}/plan` : null };
}

function named({ title: name, userKey: key }: { title: string; userKey: string }): string {
  return `${name} (${key})`;
}

function uidOf(kind: string, of: string): string {
  return `${kind}-${of}@samsvar`;
}
