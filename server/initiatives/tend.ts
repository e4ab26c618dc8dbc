import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { type CenterId, type InitiativeId, newId } from "../../db/ids";
import { initiative } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { InitiativeDeps } from "./deps";
import { GoalForm, InitiativeForm } from "./forms";
import { dayOfDeadline } from "./loose-deadline";
import { type At, goalFor, holdCenter, initiativeFor, refuseClosed } from "./place";

/** Adds an initiative to a goal of a follow-up. [M10] [M11] */
export async function add(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  form: unknown,
): Promise<InitiativeId> {
  const { clauseId } = parse(GoalForm, form);
  const said = parse(InitiativeForm, form);
  const { clock } = deps;
  return deps.db.transaction(async (tx) => {
    await holdCenter(tx, said.centerId);
    const place = await goalFor(tx, viewer, consultationId, { clauseId, centerId: said.centerId });
    await refuseClosed(tx, viewer, place, clock.now());
    const id = newId<InitiativeId>();
    await tx.insert(initiative).values({
      id,
      municipalityId: viewer.municipality.id,
      clauseId: place.clauseId,
      ...writtenOf(said, place.centerId, danishDay(clock.now())),
      createdBy: viewer.id,
      createdAt: clock.now(),
    });
    await record(deps, tx, viewer, place, { event: "initiative-added", initiativeId: id });
    return id;
  });
}

type Said = { title: string; period: string; deadline: string };

function writtenOf({ title, period, deadline }: Said, centerId: CenterId, today: string) {
  return { title, period, deadline, centerId, deadlineDay: dayOfDeadline(deadline, today) };
}

/** Changes what it is called, who answers for it, and when; the same again is nothing. */
export async function change(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  id: string,
  form: unknown,
): Promise<void> {
  const said = parse(InitiativeForm, form);
  const { clock } = deps;
  await deps.db.transaction(async (tx) => {
    await holdCenter(tx, said.centerId);
    const { row, clauseId, ...at } = await initiativeFor(tx, viewer, consultationId, id);
    const place = await goalFor(tx, viewer, consultationId, { clauseId, centerId: said.centerId });
    if (place.centerId !== row.centerId) await refuseClosed(tx, viewer, place, clock.now());
    const written = writtenOf(said, place.centerId, danishDay(clock.now()));
    // A deadline that reads as it did means the day it meant: "inden sommerferien" does not move on by itself.
    if (said.deadline === row.deadline) written.deadlineDay = row.deadlineDay;
    const { title, period, deadline } = row;
    if (isSame({ ...written }, { title, period, deadline, centerId: row.centerId })) return;
    await tx.update(initiative).set(written).where(eq(initiative.id, row.id));
    await record(deps, tx, viewer, at, { event: "initiative-changed", initiativeId: row.id });
  });
}

function isSame(one: Said & { centerId: CenterId }, other: Said & { centerId: CenterId }): boolean {
  return (["title", "period", "deadline", "centerId"] as const).every((key) => one[key] === other[key]);
}

/** An initiative that has ended is in no follow-up from today on; it may go on again. What was said of it is kept. [M10] */
export async function end(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  id: string,
  isEnded: boolean,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const { row, ...at } = await initiativeFor(tx, viewer, consultationId, id);
    if ((row.endedOn !== null) === isEnded) return;
    const endedOn = isEnded ? danishDay(deps.clock.now()) : null;
    await tx.update(initiative).set({ endedOn }).where(eq(initiative.id, row.id));
    const event = isEnded ? "initiative-ended" : "initiative-resumed";
    await record(deps, tx, viewer, at, { event, initiativeId: row.id });
  });
}

type Recorded = { event: string; initiativeId: InitiativeId } & Record<string, unknown>;

/** The trail has ids, days and figures, and none of the words. */
export async function record(
  { audit, onTended }: InitiativeDeps,
  tx: Transaction,
  viewer: Viewer,
  { consultationId, versionId }: At,
  { event, ...data }: Recorded,
): Promise<void> {
  await onTended?.(tx, versionId);
  const of = consultationId
    ? { objectKind: "consultation", objectId: consultationId }
    : { objectKind: "initiative", objectId: data.initiativeId };
  await audit.record(tx, actorOf(viewer), { event, ...of, data });
}
