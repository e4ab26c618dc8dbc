import { aliasedTable, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import { isOfGuest, shortNameIn } from "../../../db/guests";
import type { ConsultationId, ResponseId } from "../../../db/ids";
import { assignment, center, filing, person, planStep, review } from "../../../db/schema";
import { danishDay } from "../../clock";
import type { Viewer } from "../../identity/viewer";
import type { Matter } from "../../standing";
import type { ConsultationDeps } from "../deps";
import { stateOn, timelineOf } from "./rules";
import type { TimelineItem } from "./shapes";

/** From the day it was opened to its filing: plan, deadlines, rounds of approval. [H42] */
export async function timeline(
  deps: ConsultationDeps,
  viewer: Viewer,
  matter: Matter,
  today: string,
): Promise<TimelineItem[]> {
  const { db } = deps;
  const { id, createdAt, deadline, deadlineTime } = matter.consultation;
  const { status } = matter.standing;
  const isOver = status === "approved" || status === "filed";
  const open = isOver ? [] : await deps.links.stillOpen(viewer, [id]);
  const owing = new Set(open.map((cell) => `${cell.deadline}|${cell.centerId}`));
  return timelineOf([
    { kind: "opened", ...on(createdAt) },
    { kind: "external", day: deadline, time: deadlineTime, state: stateOn(today, deadline, isOver) },
    ...(await steps(db, id, today)),
    ...(await internal(db, id, { today, owing })),
    ...(matter.response ? await rounds(db, matter.response.id) : []),
  ]);
}

/** Something that was done then. */
function on(at: Date) {
  return { day: danishDay(at), time: null, state: "done" as const };
}

async function steps(db: Queryable, id: ConsultationId, today: string): Promise<TimelineItem[]> {
  const { kind, day, time, doneAt } = planStep;
  const rows = await db
    .select({ step: kind, day, time, doneAt, by: person.name })
    .from(planStep)
    .leftJoin(person, eq(person.id, planStep.doneBy))
    .where(eq(planStep.consultationId, id));
  return rows.map(({ doneAt: done, ...row }) => ({
    kind: "step" as const,
    ...row,
    state: stateOn(today, row.day, done !== null),
  }));
}

/** Each day once, with the centers that were given it; late as long as one of them owes something by it. */
async function internal(
  db: Queryable,
  id: ConsultationId,
  { today, owing }: { today: string; owing: ReadonlySet<string> },
): Promise<TimelineItem[]> {
  const rows = await db
    .selectDistinct({
      day: assignment.deadline,
      centerId: center.id,
      name: shortNameIn(id).as("named"),
      kind: center.kind,
      isGuest: sql<boolean>`${isOfGuest(id)}`.as("is_guest"),
    })
    .from(assignment)
    .innerJoin(center, eq(center.id, assignment.centerId))
    .where(eq(assignment.consultationId, id))
    .orderBy(asc(assignment.deadline), asc(sql`is_guest`), asc(center.kind), asc(sql`named`));
  const days = [...new Set(rows.map(({ day }) => day))];
  return days.map((day) => {
    const own = rows.filter((row) => row.day === day);
    const isOwed = own.some(({ centerId }) => owing.has(`${day}|${centerId}`));
    return {
      kind: "internal",
      day,
      time: null,
      centers: own.map(({ name }) => name),
      state: stateOn(today, day, !isOwed),
    };
  });
}

const sender = aliasedTable(person, "sender");
const decider = aliasedTable(person, "decider");
const reopener = aliasedTable(person, "reopener");

async function rounds(db: Queryable, responseId: ResponseId): Promise<TimelineItem[]> {
  const rows = await db
    .select({
      round: review,
      sender: sender.name,
      decider: decider.name,
      reopener: reopener.name,
      filed: filing.filedAt,
    })
    .from(review)
    .innerJoin(sender, eq(sender.id, review.sentBy))
    .leftJoin(decider, eq(decider.id, review.decidedBy))
    .leftJoin(reopener, eq(reopener.id, review.reopenedBy))
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .where(eq(review.responseId, responseId))
    .orderBy(asc(review.round));
  return rows.flatMap(({ round: one, sender: sent, decider: decided, reopener: reopened, filed }): TimelineItem[] => {
    const { round, sentAt, decision, decidedAt, reopenedAt } = one;
    return [
      { kind: "sent-for-approval", round, by: sent, ...on(sentAt) },
      ...(decision && decidedAt ? [{ kind: decision, round, by: decided, ...on(decidedAt) }] : []),
      ...(reopenedAt ? [{ kind: "reopened" as const, round, by: reopened ?? "", ...on(reopenedAt) }] : []),
      ...(filed ? [{ kind: "filed" as const, ...on(filed) }] : []),
    ];
  });
}
