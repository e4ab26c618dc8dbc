import type { Figure, IndicatorSaid } from "../../app/document-model/initiatives";
import type { Queryable } from "../../db/client";
import { documentIn } from "../document-store";
import { type ApprovedText, approvedFollowUps } from "./queries";
import type { Consultation, Followed } from "./said";

/** Whether a figure of an indicator has come, or reads otherwise, since the last approved follow-up that had the indicator. */
export type IsNew = (indicator: string, figure: Figure) => boolean;

/** In none before, nothing is new: all of it is told for the first time. [M24] */
export function newSince(before: readonly ApprovedText[]): IsNew {
  const known = new Map<string, ReadonlySet<string>>();
  for (const { text } of before)
    for (const { id, figures } of (text.initiatives?.said ?? []).flatMap(({ indicators }) => indicators))
      if (!known.has(id)) known.set(id, new Set(figures.map(keyOf)));
  return (indicator, figure) => known.get(indicator)?.has(keyOf(figure)) === false;
}

function keyOf({ day, value }: Figure): string {
  return `${day} ${value}`;
}

/** What is frozen and filed marks the figures that no approved follow-up before it had. [M24] */
export async function withNewFigures(db: Queryable, about: Consultation, followed: Followed): Promise<Followed> {
  if (!followed) return null;
  const before = await approvedFollowUps(db, { municipality: { id: about.municipalityId } }, about.id);
  const isNew = newSince(before.map((one) => ({ ...one, text: documentIn(one) })));
  const marked = (one: IndicatorSaid): IndicatorSaid => ({
    ...one,
    figures: one.figures.map((figure) => (isNew(one.id, figure) ? { ...figure, isNew: true } : figure)),
  });
  const initiatives = followed.initiatives.map((one) => ({ ...one, indicators: one.indicators.map(marked) }));
  return { ...followed, initiatives };
}
