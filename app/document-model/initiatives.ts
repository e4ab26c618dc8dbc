import type { Decimal, TargetRange } from "./figures";

/** What was counted on a day. `isNew`: the approved follow-up before this one did not have it. [M24] */
export type Figure = { day: string; value: Decimal; isNew?: true };

/** Those that are told one by one, each with what it was before: the newest, and all others that are new. [M24] */
export function toldFigures<One extends { isNew?: boolean }>(figures: readonly One[]): { figure: One; before?: One }[] {
  const told = figures.flatMap((figure, at) => {
    if (at < figures.length - 1 && !figure.isNew) return [];
    const before = figures[at - 1];
    return [before ? { figure, before } : { figure }];
  });
  return told.reverse();
}

/** What an initiative is measured by, with its figures by day; the last is the newest. */
export type IndicatorSaid = { id: string; name: string; unit: string; target: TargetRange; figures: Figure[] };

/** An initiative as it stood when the text was frozen. `heading`: the block that its status text stands under. */
export type InitiativeSaid = {
  id: string;
  goal: string;
  title: string;
  center: string;
  /** As it was called then. */
  centerName: string;
  period?: string;
  /** As it was written: "april/maj 2018". */
  deadline?: string;
  heading?: string;
  indicators: IndicatorSaid[];
};

/** The initiatives beside a frozen follow-up, and which heading is which goal's: part of what is approved. [M16] */
export type InitiativesSaid = { goals: { goal: string; heading: string }[]; said: InitiativeSaid[] };
