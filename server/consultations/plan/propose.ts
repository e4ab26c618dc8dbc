import { plusDays } from "./holidays";
import { STEP_KINDS, type StepKind, TEMPLATES, type Template, WEIGHTS } from "./templates";
import { workingDaysBetween, workingDayUntil } from "./working-days";

/** The last day; the time of day when the sender gave one. */
export type End = { day: string; time: string | null };

export type ProposedStep = { kind: StepKind; day: string; time: string | null };

/** Too few working days are said and nothing is squeezed: `has` and `needs` are working days. */
export type Proposal = { fits: true; steps: ProposedStep[] } | { fits: false; has: number; needs: number };

/** Nobody sends a response before ten: an earlier deadline is met the working day before. */
const OFFICE_IS_AWAKE = "10:00";

/**
 * A plan set backwards from the external deadline: the last step is the last working day on which the deadline can be
 * met, each step has at least one working day of its own, what is left is shared out by the template's weights. What is done already takes no time. [H10]
 */
export function propose(template: Template, today: string, end: End, done: readonly StepKind[] = []): Proposal {
  const weights = WEIGHTS[template].filter(([kind]) => !done.includes(kind));
  const days = workingDaysBetween(today, lastDay(end));
  if (days.length < weights.length) return { fits: false, has: days.length, needs: weights.length };
  const shares = sharesOf(
    weights.map(([, weight]) => weight),
    days.length,
  );
  let at = days.length;
  const steps = weights.map(([kind], index) => ({ kind, share: shares[index] ?? 1 })).reverse();
  const placed = steps.map(({ kind, share }): ProposedStep => {
    const day = days[at - 1] ?? end.day;
    at -= share;
    return { kind, day, time: kind === "sent" && day === end.day ? end.time : null };
  });
  return { fits: true, steps: placed.reverse() };
}

/** The first template that fits, the fullest first; null when there is time for none. */
export function bestTemplate(today: string, end: End): Template | null {
  return TEMPLATES.find((template) => propose(template, today, end).fits) ?? null;
}

function lastDay({ day, time }: End): string {
  return workingDayUntil(time !== null && time < OFFICE_IS_AWAKE ? plusDays(day, -1) : day);
}

/** One day each; of the rest what is due to each by its weight, the largest remainders first, the earlier of two alike. */
function sharesOf(weights: readonly number[], total: number): number[] {
  const rest = total - weights.length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const due = weights.map((weight) => (rest * weight) / sum);
  const left = rest - due.reduce((all, days) => all + Math.floor(days), 0);
  const byRemainder = due.map((days, index) => ({ index, remainder: days - Math.floor(days) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return due.map((days, index) => 1 + Math.floor(days) + (lucky.has(index) ? 1 : 0));
}

export type DatedStep = { id: string; kind: StepKind; day: string };

/** Code of what is wrong with the days of a plan, by step: after the external deadline, or before an earlier step. [H11] */
export function planProblems(steps: readonly DatedStep[], external: string): Map<string, string> {
  const problems = new Map<string, string>();
  let latest = "";
  for (const { id, day } of [...steps].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (day > external) problems.set(id, "step-after-external-deadline");
    else if (day < latest) problems.set(id, "step-before-earlier-step");
    else latest = day;
  }
  return problems;
}

function placeOf({ kind }: DatedStep): number {
  return STEP_KINDS.indexOf(kind);
}
