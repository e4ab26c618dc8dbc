import { and, desc, eq } from "drizzle-orm";
import { compareFigures } from "../../app/document-model/figures";
import type { Transaction } from "../../db/client";
import { type IndicatorId, newId } from "../../db/ids";
import { indicator, indicatorValue } from "../../db/schema";
import { danishDay } from "../clock";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { InitiativeDeps } from "./deps";
import { DayForm, FigureForm, IndicatorForm } from "./forms";
import { indicatorBetween, indicatorFor, initiativeFor } from "./place";
import { record } from "./tend";

/** What an initiative is measured by. [M13] */
export async function addIndicator(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  initiativeId: string,
  form: unknown,
): Promise<IndicatorId> {
  const said = parse(IndicatorForm, form);
  return deps.db.transaction(async (tx) => {
    const { row, ...at } = await initiativeFor(tx, viewer, consultationId, initiativeId);
    const id = newId<IndicatorId>();
    const made = { createdBy: viewer.id, createdAt: deps.clock.now() };
    await tx.insert(indicator).values({ id, initiativeId: row.id, ...said, ...made });
    await record(deps, tx, viewer, at, {
      event: "indicator-added",
      initiativeId: row.id,
      indicatorId: id,
    });
    return id;
  });
}

export async function changeIndicator(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  id: string,
  form: unknown,
): Promise<void> {
  const said = parse(IndicatorForm, form);
  await deps.db.transaction(async (tx) => {
    const { indicator: found, row, ...at } = await indicatorFor(tx, viewer, consultationId, id);
    if ((["name", "unit", "targetFrom", "targetTo"] as const).every((key) => found[key] === said[key])) return;
    await tx.update(indicator).set(said).where(eq(indicator.id, found.id));
    const { targetFrom, targetTo } = said;
    const which = { initiativeId: row.id, indicatorId: found.id };
    await record(deps, tx, viewer, at, { event: "indicator-changed", ...which, targetFrom, targetTo });
  });
}

/** Says what was counted on a day. Of one day the latest counts, and what was said before is kept; alike it is nothing. [M13] */
export async function say(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  indicatorId: string,
  form: unknown,
): Promise<void> {
  const figure = figureIn(deps, form);
  await put(deps, viewer, (tx) => indicatorFor(tx, viewer, consultationId, indicatorId), figure);
}

/** Takes back what was said of a day. */
export async function takeBack(
  deps: InitiativeDeps,
  viewer: Viewer,
  consultationId: string,
  indicatorId: string,
  form: unknown,
): Promise<void> {
  const none = { ...parse(DayForm, form), value: null };
  await put(deps, viewer, (tx) => indicatorFor(tx, viewer, consultationId, indicatorId), none);
}

/** The same when it comes: month by month, whether a follow-up is written, sent, or none is under way. [M23] */
export async function count(deps: InitiativeDeps, viewer: Viewer, indicatorId: string, form: unknown): Promise<void> {
  const figure = figureIn(deps, form);
  await put(deps, viewer, (tx) => indicatorBetween(tx, viewer, indicatorId), figure);
}

export async function uncount(deps: InitiativeDeps, viewer: Viewer, indicatorId: string, form: unknown): Promise<void> {
  const none = { ...parse(DayForm, form), value: null };
  await put(deps, viewer, (tx) => indicatorBetween(tx, viewer, indicatorId), none);
}

type Said = { day: string; value: string | null };
type Place = Awaited<ReturnType<typeof indicatorFor>> | Awaited<ReturnType<typeof indicatorBetween>>;

function figureIn({ clock }: InitiativeDeps, form: unknown): Said {
  const figure = parse(FigureForm, form);
  if (figure.day > danishDay(clock.now())) throw new Refusal("invalid", "form", { day: "day-ahead" });
  return figure;
}

async function put(
  deps: InitiativeDeps,
  viewer: Viewer,
  placeIn: (tx: Transaction) => Promise<Place>,
  { day, value }: Said,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const { indicator: of, row, ...at } = await placeIn(tx);
    const last = await lastOf(tx, of.id, day);
    if (last === value || (last !== null && value !== null && isAlike(last, value))) return;
    const said = { setBy: viewer.id, setAt: deps.clock.now() };
    await tx.insert(indicatorValue).values({ indicatorId: of.id, day, value, ...said });
    await record(deps, tx, viewer, at, {
      event: value === null ? "figure-taken-back" : "figure-said",
      initiativeId: row.id,
      indicatorId: of.id,
      day,
      value,
    });
  });
}

/** "2,0" and "2,00" are one figure, and not written alike: the later way of writing it counts. */
function isAlike(one: string, other: string): boolean {
  return one.length === other.length && compareFigures(one, other) === 0;
}

async function lastOf(tx: Transaction, id: IndicatorId, day: string): Promise<string | null> {
  const isThere = and(eq(indicatorValue.indicatorId, id), eq(indicatorValue.day, day));
  const { value, seq } = indicatorValue;
  const [last] = await tx.select({ value }).from(indicatorValue).where(isThere).orderBy(desc(seq)).limit(1);
  return last?.value ?? null;
}
