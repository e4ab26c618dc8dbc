import { lt, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { MunicipalityId } from "../../../db/ids";
import { missedDeadline } from "../../../db/schema";
import { danishDay, danishMoment } from "../../clock";
import type { OpenCell } from "../../links/shapes";
import type { ConsultationDeps } from "../deps";
import { handOverDue } from "../hand-over/hand-over";
import { plusDays } from "../plan/holidays";
import { answerersOf, municipalities, type OpenHearing, openHearings } from "./queries";
import { dueIn, isMissed, occasionOn } from "./rules";

const HALF_PAST_SEVEN = "07:30";

/**
 * Every morning: reminds of deadlines and notes what was missed, then has itself woken the next morning. Killed in between
 * it runs again and tells nobody twice: each notice bears its occasion. [N12] [N13]
 */
export async function morning(deps: ConsultationDeps): Promise<void> {
  const today = danishDay(deps.clock.now());
  for (const id of await municipalities(deps.db)) {
    // First whose it is, then who is reminded of it. [H53]
    await handOverDue(deps, id);
    await remindIn(deps, id, today);
  }
  await wakeNextMorning(deps);
}

/** Many nodes start and one job waits; one that is overdue keeps its time. */
export function wakeNextMorning({ clock, db, jobs }: ConsultationDeps): Promise<void> {
  const now = clock.now();
  const today = danishMoment(danishDay(now), HALF_PAST_SEVEN);
  const runAt = now < today ? today : danishMoment(plusDays(danishDay(now), 1), HALF_PAST_SEVEN);
  return jobs.enqueue(db, "daily-reminders", {}, { key: "daily-reminders", runAt, keepsTime: true });
}

async function remindIn(deps: ConsultationDeps, id: MunicipalityId, today: string): Promise<void> {
  const hearings = await openHearings(deps.db, id);
  const written = hearings.flatMap((hearing) => (hearing.isWritten ? [hearing.id] : []));
  const open = await deps.links.stillOpen({ municipality: { id } }, written);
  // Each hearing by itself: one that cannot be told of keeps no other from it.
  for (const hearing of hearings) {
    const own = open.filter((cell) => cell.consultationId === hearing.id);
    await deps.db.transaction(async (tx) => {
      await noteMissed(deps, tx, own, today);
      await remindOf(deps, tx, hearing, own, today);
    });
  }
}

async function remindOf(
  deps: ConsultationDeps,
  tx: Transaction,
  hearing: OpenHearing,
  open: OpenCell[],
  today: string,
) {
  const { id: consultationId, municipalityId, coordinatorId, deadline } = hearing;
  const of = { municipalityId, consultationId, by: null };
  const due = dueIn(open);
  const answerers = await answerersOf(
    tx,
    due.map(({ centerId }) => centerId),
  );
  for (const { centerId, deadline: day } of due) {
    const about = { centerId, day };
    const occasion = occasionOn(today, day);
    const to = answerers.get(centerId) ?? [];
    const at = `${consultationId}:${centerId}:${day}`;
    if (occasion)
      await deps.notices.tell(tx, { ...of, kind: "deadline-near", to, about, occasion: `near:${at}:${occasion}` });
    const missed = { kind: "deadline-missed", to: [coordinatorId], about, occasion: `missed:${at}` } as const;
    if (isMissed(today, day)) await deps.notices.tell(tx, { ...of, ...missed });
  }
  const occasion = occasionOn(today, deadline);
  if (!occasion) return;
  const once = { about: { day: deadline }, occasion: `external:${consultationId}:${deadline}:${occasion}` };
  await deps.notices.tell(tx, { ...of, kind: "external-deadline-near", to: [coordinatorId], ...once });
}

/** What is owed on the morning after its day came late, if it comes. A deadline that was moved since counts anew. [H16] */
async function noteMissed(
  { clock }: ConsultationDeps,
  tx: Transaction,
  open: OpenCell[],
  today: string,
): Promise<void> {
  const missed = open.filter(({ deadline }) => deadline < today);
  const notedAt = clock.now();
  // In portions: one statement holds at most 65,535 parameters.
  for (let start = 0; start < missed.length; start += 1000)
    await tx
      .insert(missedDeadline)
      .values(missed.slice(start, start + 1000).map((cell) => ({ ...cell, notedAt })))
      .onConflictDoUpdate({
        target: [missedDeadline.consultationId, missedDeadline.clauseId, missedDeadline.centerId],
        set: { deadline: sql`excluded.deadline`, notedAt },
        setWhere: lt(missedDeadline.deadline, sql`excluded.deadline`),
      });
}
