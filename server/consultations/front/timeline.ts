import { aliasedTable, asc, eq } from "drizzle-orm";
import { setIfUndefined } from "lib0/map";
import type { Queryable } from "../../../db/client";
import type { CenterId, ConsultationId, ResponseId } from "../../../db/ids";
import { filing, person, planStep, review } from "../../../db/schema";
import { danishDay } from "../../clock";
import type { Viewer } from "../../identity/viewer";
import type { Progress } from "../../links/shapes";
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
  const [far, planned, held] = await Promise.all([
    deps.links.progress(viewer, id),
    steps(db, id, today),
    matter.response ? rounds(db, matter.response.id) : [],
  ]);
  return timelineOf([
    { kind: "opened", ...on(createdAt) },
    { kind: "external", day: deadline, time: deadlineTime, state: stateOn(today, deadline, isOver) },
    ...planned,
    ...internal(far, today, isOver),
    ...held,
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

type Day = { given: Set<CenterId>; isOwed: boolean };

/** Each day once, with the centers that were given it; late as long as one of them owes something by it. */
function internal({ centers, cells }: Progress, today: string, isOver: boolean): TimelineItem[] {
  const days = new Map<string, Day>();
  for (const { deadline, centerId, isOpen } of cells) {
    if (deadline === null) continue;
    const day = setIfUndefined(days, deadline.day, (): Day => ({ given: new Set(), isOwed: false }));
    day.given.add(centerId);
    day.isOwed ||= isOpen && !isOver;
  }
  return [...days].map(([day, { given, isOwed }]) => ({
    kind: "internal",
    day,
    time: null,
    centers: centers.flatMap(({ id, shortName }) => (given.has(id) ? [shortName] : [])),
    state: stateOn(today, day, !isOwed),
  }));
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
