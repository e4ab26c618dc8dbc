import type { Decimal } from "./figures";
import type { GoalSaid, GoalStatus, GoalsSaid } from "./goals";
import type { Figure, IndicatorSaid, InitiativeSaid, InitiativesSaid } from "./initiatives";

/**
 * What stands beside a center's paragraphs in a text about goals: how far it is with each, and its initiatives with their
 * figures. Signed off with the words. [A31] Nothing of when it was said: said again as it was, nothing has changed.
 */
export type PartBeside = { goals: PartGoal[]; initiatives: PartInitiative[] };
type PartGoal = Pick<GoalSaid, "goal" | "center" | "status" | "nextStep" | "due">;
type PartInitiative = Omit<InitiativeSaid, "center" | "centerName" | "heading">;

/** The goals' and initiatives' owners, in a text as it is frozen: see `withGoals` and `withInitiatives`. */
export type SaidInText = { goals?: GoalsSaid; initiatives?: InitiativesSaid };

/** `isTheirs`: whether what that center says of that goal is this one's to sign off. */
export function besideOf(
  { goals, initiatives }: SaidInText,
  isTheirs: (goal: string, center: string) => boolean,
): PartBeside {
  return {
    goals: (goals?.said ?? [])
      .filter(({ goal, center }) => isTheirs(goal, center))
      .map(({ goal, center, status, nextStep, due }) => ({
        goal,
        center,
        status,
        ...(nextStep ? { nextStep } : {}),
        ...(due ? { due } : {}),
      })),
    initiatives: (initiatives?.said ?? [])
      .filter(({ goal, center }) => isTheirs(goal, center))
      .map(({ center: _, centerName: __, heading: ___, ...one }) => ({
        ...one,
        indicators: one.indicators.map((indicator) => ({
          ...indicator,
          figures: indicator.figures.map(({ day, value }) => ({ day, value })),
        })),
      })),
  };
}

/** In an order of its own: a source that lists its goals otherwise has changed nothing that is signed off. */
export function inOrder({ goals, initiatives }: PartBeside): PartBeside {
  return {
    goals: goals.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    initiatives: initiatives.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

function keyOf({ goal, center }: PartGoal): string {
  return `${goal}|${center}`;
}

type Of<Named extends string> = { of: Named; before: string | null; after: string | null };
type OfInitiative = { initiative: string; title: string };
type OfIndicator = OfInitiative & { indicator: string; name: string };

/** One thing that reads otherwise beside the text; null where there was nothing, or is nothing any more. */
export type BesideChange =
  | { of: "status"; goal: string; center: string; before: GoalStatus | null; after: GoalStatus | null }
  | (Of<"next-step" | "due"> & { goal: string; center: string })
  | (Of<"initiative" | "goal" | "period" | "deadline"> & OfInitiative)
  | (Of<"indicator" | "unit" | "target-from" | "target-to"> & OfIndicator)
  | ({ of: "figure"; day: string; unit: string; before: Decimal | null; after: Decimal | null } & OfIndicator);

/** What differs beside a part, in the order of the later reading, then what is gone. [A32] */
export function besideChanges(before: PartBeside, after: PartBeside): BesideChange[] {
  const goals = pairs(before.goals, after.goals, keyOf).flatMap(goalChanges);
  const initiatives = pairs(before.initiatives, after.initiatives, ({ id }) => id).flatMap(initiativeChanges);
  return [...goals, ...initiatives];
}

type Pair<One> = readonly [was: One | undefined, is: One | undefined];

function pairs<One>(was: readonly One[], is: readonly One[], key: (one: One) => string): Pair<One>[] {
  const [old, now] = [new Map(was.map((one) => [key(one), one])), new Set(is.map(key))];
  const gone = was.filter((one) => !now.has(key(one))).map((one): Pair<One> => [one, undefined]);
  return [...is.map((one): Pair<One> => [old.get(key(one)), one]), ...gone];
}

function goalChanges([was, is]: Pair<PartGoal>): BesideChange[] {
  const at = is ?? was;
  if (!at) return [];
  const place = { goal: at.goal, center: at.center };
  const found: BesideChange[] = [
    { of: "status", ...place, before: was?.status ?? null, after: is?.status ?? null },
    { of: "next-step", ...place, before: was?.nextStep ?? null, after: is?.nextStep ?? null },
    { of: "due", ...place, before: was?.due ?? null, after: is?.due ?? null },
  ];
  return found.filter(isChange);
}

function initiativeChanges([was, is]: Pair<PartInitiative>): BesideChange[] {
  const at = is ?? was;
  if (!at) return [];
  const place = { initiative: at.id, title: at.title };
  const named: BesideChange = { of: "initiative", ...place, before: was?.title ?? null, after: is?.title ?? null };
  if (!was || !is) return [named];
  const found: BesideChange[] = [
    named,
    { of: "goal", ...place, before: was.goal, after: is.goal },
    { of: "period", ...place, before: was.period ?? null, after: is.period ?? null },
    { of: "deadline", ...place, before: was.deadline ?? null, after: is.deadline ?? null },
  ];
  const measured = pairs(was.indicators, is.indicators, ({ id }) => id);
  return [...found.filter(isChange), ...measured.flatMap((pair) => indicatorChanges(pair, place))];
}

function indicatorChanges([was, is]: Pair<IndicatorSaid>, of: OfInitiative): BesideChange[] {
  const at = is ?? was;
  if (!at) return [];
  const place = { ...of, indicator: at.id, name: at.name };
  const found: BesideChange[] = [
    { of: "indicator", ...place, before: was?.name ?? null, after: is?.name ?? null },
    { of: "unit", ...place, before: was?.unit ?? at.unit, after: is?.unit ?? at.unit },
    { of: "target-from", ...place, before: was?.target.from ?? null, after: is?.target.from ?? null },
    { of: "target-to", ...place, before: was?.target.to ?? null, after: is?.target.to ?? null },
  ];
  const figures = pairs(was?.figures ?? [], is?.figures ?? [], ({ day }) => day).flatMap((pair) =>
    figureChanges(pair, { ...place, unit: at.unit }),
  );
  return [...found.filter(isChange), ...figures];
}

function figureChanges([was, is]: Pair<Figure>, of: OfIndicator & { unit: string }): BesideChange[] {
  const day = (is ?? was)?.day;
  if (day === undefined) return [];
  const change: BesideChange = { of: "figure", ...of, day, before: was?.value ?? null, after: is?.value ?? null };
  return isChange(change) ? [change] : [];
}

/** "2.1" and "2.10" are not written alike, and what is approved is what is written. */
function isChange({ before, after }: BesideChange): boolean {
  return before !== after;
}
