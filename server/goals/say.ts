import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { GOAL_STATUSES, isAboutGoals } from "../../app/document-model/goals";
import type { Transaction } from "../../db/client";
import { goalStatus } from "../../db/schema";
import { actorOf } from "../audit";
import { isDay } from "../deadline";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { PlaceForm, placeFor } from "../links";
import { parse } from "../parse";
import { maySetStatus } from "../standing/rules";
import type { GoalDeps } from "./deps";

const SayForm = PlaceForm.extend({
  status: z.enum([...GOAL_STATUSES, ""], "not-a-choice"),
  nextStep: z
    .string()
    .default("")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(500, "too-long")),
  due: z
    .string()
    .trim()
    .default("")
    .refine((day) => day === "" || isDay(day), "not-a-day")
    .transform((day) => day || null),
});
type Form = z.output<typeof SayForm>;
type Place = Awaited<ReturnType<typeof placeFor>>["place"];

/** Says how far a center is with a goal, and what it does next; "" takes that back. What was said before is kept. [M2] */
export async function say(deps: GoalDeps, viewer: Viewer, consultationId: string, form: unknown): Promise<void> {
  const said = parse(SayForm, form);
  await deps.db.transaction(async (tx) => {
    const { place, kind, clauseKind } = await placeFor(tx, viewer, consultationId, said, maySetStatus);
    if (!isAboutGoals(kind) || clauseKind !== "goal") throw new Refusal("conflict", "no-goal");
    if (await isSaid(tx, place, said)) return;
    const { status, nextStep, due } = said;
    const what = status === "" ? { status: null } : { status, nextStep, due };
    await tx.insert(goalStatus).values({ ...place, ...what, setBy: viewer.id, setAt: deps.clock.now() });
    await deps.onSaid?.(tx, place.consultationId);
    await deps.audit.record(tx, actorOf(viewer), {
      event: status === "" ? "goal-status-withdrawn" : "goal-status-said",
      objectKind: "consultation",
      objectId: place.consultationId,
      data: { clauseId: place.clauseId, centerId: place.centerId, status, due },
    });
  });
}

/** Two who say it of the same goal and center at once come one after the other: alike is said once. */
async function isSaid(tx: Transaction, place: Place, { status, nextStep, due }: Form): Promise<boolean> {
  const { consultationId, clauseId, centerId } = place;
  const key = `goal-status ${consultationId} ${clauseId} ${centerId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const isHere = and(
    eq(goalStatus.consultationId, consultationId),
    eq(goalStatus.clauseId, clauseId),
    eq(goalStatus.centerId, centerId),
  );
  const [last] = await tx.select().from(goalStatus).where(isHere).orderBy(desc(goalStatus.seq)).limit(1);
  if (!last?.status) return status === "";
  return last.status === status && last.nextStep === nextStep && last.due === due;
}
