import type { Outcome } from "../outcomes/shapes";
import type { DemoCenter } from "./people";
import { AT_THE_END, type DemoPassage, paragraph } from "./text";

/** Last year's hearing on the draft of the goal paper: written, approved, filed. */
export const LAST_YEAR = {
  title: "Høring om udkast til fælles mål for borgernære sundhedstilbud",
  caseSerial: "004471",
  kle: "29.30.00",
  note: "Svaret er skrevet sammen af to centre og er klar til at blive sendt.",
};

/** Goals are named by their opening words. */
const AT_HOME = "Alle kommuner har senest";
const YEARLY_COUNT = "Kommunerne opgør hvert år";
const COUNSEL = "Alle unge mellem 16 og 24 år";
const MEETING_PLACES = "Mødesteder for unge";
const TRAINING = "Borgere med en genoptræningsplan";

export const LAST_YEAR_ASSIGNMENTS: { center: DemoCenter; clauses: string[] }[] = [
  { center: "aeldre", clauses: [AT_HOME, YEARLY_COUNT, TRAINING] },
  { center: "boern", clauses: [COUNSEL, MEETING_PLACES] },
];

const aeldre = (...on: string[]) => ({ for: "aeldre", on }) as const;
const boern = (...on: string[]) => ({ for: "boern", on }) as const;

/** What the sender made of the remarks that begin so. */
export const OUTCOMES: { of: string; outcome: Outcome; reason?: string }[] = [
  { of: "Svartid og telefonnummer", outcome: "accepted" },
  { of: "En afløst indlæggelse", outcome: "partly", reason: "Tællemåden beskrives i et bilag og ikke i selve målet." },
  { of: "Mødesteder er en lokal sag", outcome: "accepted" },
  {
    of: "Syv dage er realistisk",
    outcome: "not-accepted",
    reason: "Hvornår planen sendes, står i aftalen om genoptræning og gentages ikke i målet.",
  },
];

export const LAST_YEAR_TEXT: DemoPassage[] = [
  {
    by: "bidragyder.aeldre",
    under: "Generelle bemærkninger",
    blocks: [
      paragraph(
        "Eksempel Kommune er enig i, at få og fælles mål giver mere end mange lokale. Kommunen opfordrer til, at hvert mål får en fast måde at blive målt på, så tallene kan sammenlignes fra år til år.",
        aeldre("source"),
      ),
    ],
  },
  {
    by: "bidragyder.aeldre",
    under: "Vedr. Akut hjælp",
    blocks: [
      paragraph(
        "Svartid og telefonnummer er to forskellige opgaver med hver sin tidsplan. Kommunen foreslår derfor, at målet deles i to.",
        { ...aeldre(AT_HOME), as: "change-proposal" },
      ),
      paragraph(
        "En afløst indlæggelse kan ikke altid bevises. Det bør beskrives, hvordan der tælles, før tallene deles.",
        { ...aeldre(YEARLY_COUNT), as: "point-of-attention" },
      ),
    ],
  },
  {
    by: "bidragyder.boern",
    under: "Vedr. Unges mentale sundhed",
    blocks: [
      paragraph(
        "Ti dages ventetid kan overholdes med den nuværende bemanding. Kommunen støtter, at unge kan komme uden henvisning.",
        { ...boern(COUNSEL), as: "support" },
      ),
      paragraph("Mødesteder er en lokal sag og passer bedre i den enkelte kommunes ungepolitik end i et fælles mål.", {
        ...boern(MEETING_PLACES),
        as: "change-proposal",
      }),
    ],
  },
  {
    by: "bidragyder.aeldre",
    under: "Vedr. Tilbage til hverdagen",
    blocks: [
      paragraph(
        "Syv dage er realistisk, når genoptræningsplanen sendes senest på udskrivningsdagen. Det afhænger af hospitalerne og bør stå i målet.",
        { ...aeldre(TRAINING), as: "point-of-attention" },
      ),
    ],
  },
  {
    by: "tovholder",
    under: AT_THE_END,
    blocks: [paragraph("Lene Skovgaard, direktør for Velfærd")],
  },
];
