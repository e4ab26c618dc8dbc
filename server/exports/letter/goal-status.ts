import { allBlocks, type Block, type ResponseDocument } from "../../../app/document-model/document";
import type { GoalSaid, GoalStatus } from "../../../app/document-model/goals";
import type { LetterNode } from "./shapes";
import { printable } from "./text";

const GOAL_WORDS: Record<GoalStatus, string> = {
  "not-current": "Ikke aktuelt i gang",
  planned: "Planlagt",
  "in-progress": "I gang",
  "partly-met": "Delvist opfyldt",
  met: "Opfyldt",
  "not-relevant": "Ikke relevant",
};

const LONG_DAY = new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", dateStyle: "long" });

/** The lines that say how far the centers are with goals: under their quotes or headings, and those that have neither. */
export type GoalLines = {
  under: (block: Block) => LetterNode[];
  rest: (nameOf: (goal: string) => string) => LetterNode[];
};

/** A goal that is quoted twice has its status once, where it stands first. [M5] */
export function goalLines({ blocks, goals, initiatives }: ResponseDocument): GoalLines {
  const said = goals?.isShown ? goals.said : [];
  const placeOf = new Map<string, string>();
  for (const { of, id } of allBlocks({ blocks })) if (of && !placeOf.has(of)) placeOf.set(of, id);
  for (const { goal, heading } of initiatives?.goals ?? []) if (!placeOf.has(goal)) placeOf.set(goal, heading);
  return {
    under: ({ id }) => said.filter(({ goal }) => placeOf.get(goal) === id).map((one) => lineOf(one, id)),
    rest: (nameOf) =>
      said.filter(({ goal }) => !placeOf.has(goal)).map((one) => lineOf(one, one.goal, `${nameOf(one.goal)}. `)),
  };
}

/** "Status: I gang (Center for Social, ansvarlig, 2. marts 2026). Næste skridt: Møde, senest 4. maj 2026." */
function lineOf({ status, centerName, isOwner, day, nextStep, due }: GoalSaid, id: string, goal = ""): LetterNode {
  const by = [centerName, isOwner ? "ansvarlig" : "", longDay(day)].filter(Boolean).join(", ");
  const until = due ? `senest ${longDay(due)}` : "";
  const next = [nextStep?.replace(/[.\s]+$/, ""), until].filter(Boolean).join(", ");
  return {
    kind: "paragraph",
    id,
    reference: "",
    content: [
      { text: printable(`${goal}Status: ${GOAL_WORDS[status]}`), bold: true },
      { text: printable(` (${by}).${next ? ` Næste skridt: ${next}.` : ""}`) },
    ],
  };
}

function longDay(day: string): string {
  return LONG_DAY.format(new Date(day));
}
