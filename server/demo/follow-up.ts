import type { GoalStatus } from "../../app/document-model/goals";
import type { DemoCenter, DemoPerson } from "./people";
import { type DemoPassage, paragraph } from "./text";

/** The follow-ups on the strategy: last year's is filed, this year's is under way. */
export const FOLLOW_UPS = {
  title: (year: number) => `Opfølgning på sundhedsstrategien ${year}`,
  sender: "Sundhedsudvalget",
  kle: "29.30.00",
  note: "Opfølgningen er klar til udvalget.",
  serialBefore: "007733",
  serialNow: "021980",
};

/** How far each center was with its goal last year, and is now. */
export const STATUSES: { by: DemoPerson; center: DemoCenter; goal: string; before: GoalStatus; now?: GoalStatus }[] = [
  { by: "bidragyder.aeldre", center: "aeldre", goal: "Mindst hver femte", before: "planned", now: "in-progress" },
  { by: "bidragyder.boern", center: "boern", goal: "På alle kommunens skoler", before: "in-progress" },
];

/** Goals are named by their opening words. */
const EATING = "Mindst hver femte";
const MOVING = "På alle kommunens skoler";

export const FOLLOW_UP_ASSIGNMENTS: { center: DemoCenter; clauses: string[] }[] = [
  { center: "aeldre", clauses: [EATING] },
  { center: "boern", clauses: [MOVING] },
];

type DemoFigure = { value: string; day: "spring" | "autumn" | "winter" | "lately" };

/** What is done towards a goal, what it is measured by, and the figures in the order in which they came. */
export const INITIATIVES: {
  by: DemoPerson;
  center: DemoCenter;
  goal: string;
  title: string;
  period: string;
  deadline: string;
  indicator: { name: string; unit: string; targetFrom: string; targetTo: string };
  figures: DemoFigure[];
}[] = [
  {
    by: "bidragyder.aeldre",
    center: "aeldre",
    goal: EATING,
    title: "Spisevenner",
    period: "hele strategiperioden",
    deadline: "inden sommerferien",
    indicator: { name: "Andel, der spiser med andre hver uge", unit: "%", targetFrom: "20", targetTo: "" },
    figures: [
      { value: "11,5", day: "spring" },
      { value: "13,2", day: "autumn" },
      { value: "14,8", day: "winter" },
      { value: "16,1", day: "lately" },
    ],
  },
  {
    by: "bidragyder.boern",
    center: "boern",
    goal: MOVING,
    title: "Bevægelsesvejledere på skolerne",
    period: "to skoleår",
    deadline: "4. kvartal",
    indicator: { name: "Skoler med en vejleder", unit: "skoler", targetFrom: "9", targetTo: "9" },
    figures: [
      { value: "4", day: "autumn" },
      { value: "6", day: "winter" },
    ],
  },
];

/** What was said last autumn. */
export const FOLLOW_UP_BEFORE: DemoPassage[] = [
  {
    by: "bidragyder.aeldre",
    under: "Spisevenner",
    blocks: [
      paragraph(
        "Ordningen er begyndt i to af fire distrikter. 34 frivillige henter en nabo og følges med vedkommende til fællesspisning.",
        { for: "aeldre", on: [EATING] },
      ),
    ],
  },
  {
    by: "bidragyder.boern",
    under: "Bevægelsesvejledere på skolerne",
    blocks: [
      paragraph("Fire skoler har uddannet en vejleder. Resten begynder, når der er fundet vikarer til kursusdagene.", {
        for: "boern",
        on: [MOVING],
      }),
    ],
  },
];

/** This time one center has written, and the other has not yet. */
export const FOLLOW_UP_NOW: DemoPassage[] = [
  {
    by: "bidragyder.aeldre",
    under: "Spisevenner",
    blocks: [
      paragraph(
        "Alle fire distrikter er nu med, og 61 frivillige deltager. Andelen er steget hver gang, den er gjort op; målet ventes nået inden sommerferien.",
        { for: "aeldre", on: [EATING] },
      ),
    ],
  },
];
