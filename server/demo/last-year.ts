import type { DemoCenter } from "./people";
import { type DemoPassage, heading, paragraph } from "./text";

/** Last year's hearing on the draft of the goal paper: written, approved, filed. */
export const LAST_YEAR = {
  title: "Høring om udkast til fælles mål for borgernære sundhedstilbud",
  kle: "29.30.00",
};

const AT_HOME = "Alle kommuner har senest";
const YEARLY_COUNT = "Kommunerne opgør hvert år";
const COUNSEL = "Alle unge mellem 15 og 25 år";
const MEETING_PLACES = "Mødesteder for unge";
const TRAINING = "Borgere med en genoptræningsplan";

export const LAST_YEAR_ASSIGNMENTS: { center: DemoCenter; clauses: string[] }[] = [
  { center: "aeldre", clauses: [AT_HOME, YEARLY_COUNT, TRAINING] },
  { center: "boern", clauses: [COUNSEL, MEETING_PLACES] },
  { center: "social", clauses: ["A"] },
];

const aeldre = (...on: string[]) => ({ for: "aeldre", on }) as const;
const boern = (...on: string[]) => ({ for: "boern", on }) as const;
const social = (...on: string[]) => ({ for: "social", on }) as const;

export const LAST_YEAR_TEXT: DemoPassage[] = [
  { by: "tovholder", blocks: [heading("Generelle bemærkninger")] },
  {
    by: "bidragyder.aeldre",
    blocks: [
      paragraph(
        "Eksempel Kommune er enig i, at få og fælles mål giver mere end mange lokale. Kommunen opfordrer til, at hvert mål får en fast måde at blive målt på, så tallene kan sammenlignes fra år til år.",
        aeldre("source"),
      ),
    ],
  },
  { by: "tovholder", blocks: [heading("Vedr. akut hjælp tæt på hjemmet:")] },
  {
    by: "bidragyder.aeldre",
    blocks: [
      paragraph(
        "Svartid og telefonnummer er to forskellige opgaver med hver sin tidsplan. Kommunen foreslår derfor, at målet deles i to.",
        aeldre(AT_HOME),
      ),
      paragraph(
        "En afløst indlæggelse kan ikke altid bevises. Det bør beskrives, hvordan der tælles, før tallene deles.",
        aeldre(YEARLY_COUNT),
      ),
    ],
  },
  { by: "tovholder", blocks: [heading("Vedr. unges mentale sundhed:")] },
  {
    by: "bidragyder.boern",
    blocks: [
      paragraph(
        "Ti dages ventetid kan overholdes med den nuværende bemanding. Kommunen støtter, at unge kan komme uden henvisning.",
        boern(COUNSEL),
      ),
      paragraph(
        "Mødesteder er en lokal sag og passer bedre i den enkelte kommunes ungepolitik end i et fælles mål.",
        boern(MEETING_PLACES),
      ),
    ],
  },
  { by: "tovholder", blocks: [heading("Vedr. tilbage til hverdagen efter sygdom:")] },
  {
    by: "bidragyder.aeldre",
    blocks: [
      paragraph(
        "Syv dage er realistisk, når genoptræningsplanen sendes senest på udskrivningsdagen. Det afhænger af hospitalerne og bør stå i målet.",
        aeldre(TRAINING),
      ),
    ],
  },
  { by: "tovholder", blocks: [heading("Vedr. udviklingsområderne:")] },
  {
    by: "bidragyder.social",
    blocks: [
      paragraph(
        "To af kommunens botilbud har gode erfaringer med faste besøg af en tandplejer og deler dem gerne med andre.",
        social("A"),
      ),
    ],
  },
  {
    by: "tovholder",
    blocks: [paragraph("På vegne af Eksempel Kommune"), paragraph("Lene Skovgaard, direktør for Velfærd")],
  },
];
