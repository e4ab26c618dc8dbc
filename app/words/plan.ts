import type { DayOff, StepKind, Template } from "../../server/consultations/plan/shapes";
import { plural } from "./numbers";

export const stepNames: Record<StepKind, string> = {
  draft: "Udkast",
  comments: "Centrenes svar",
  "second-round": "Anden runde",
  "center-manager": "Centerledernes godkendelse",
  director: "Direktørens godkendelse",
  sent: "Svaret sendes",
};

const STEP_TEXTS: Record<StepKind, string> = {
  draft: "Et første udkast er skrevet, så centrene har noget at svare på.",
  comments: "Centrene har svaret på deres bestemmelser. De interne frister foreslås herfra.",
  "second-round": "Centrene har set teksten samlet og rettet til.",
  "center-manager": "Lederne har godkendt deres centres dele.",
  director: "Direktøren har godkendt hele teksten.",
  sent: "Svaret er hos afsenderen og journaliseret.",
};

const templateNames: Record<Template, string> = {
  "two-rounds": "To runder",
  "one-round": "Én runde",
  short: "Kort frist",
};

const DAYS_OFF: Record<DayOff, string> = {
  "new-year": "nytårsdag",
  "maundy-thursday": "skærtorsdag",
  "good-friday": "langfredag",
  "easter-sunday": "påskedag",
  "easter-monday": "2. påskedag",
  "prayer-day": "store bededag",
  ascension: "Kristi himmelfartsdag",
  "whit-sunday": "pinsedag",
  "whit-monday": "2. pinsedag",
  "constitution-day": "grundlovsdag",
  "christmas-eve": "juleaftensdag",
  "christmas-day": "juledag",
  "boxing-day": "2. juledag",
  "new-years-eve": "nytårsaftensdag",
  weekend: "weekend",
};

export const plan = {
  title: "Plan",
  steps: "Trin",
  lead: (workingDays: number) =>
    workingDays === 0
      ? "Der er ingen arbejdsdage tilbage før den eksterne frist."
      : `${plural(workingDays, "arbejdsdag", "arbejdsdage")} til den eksterne frist. Weekender, helligdage, grundlovsdag, juleaftensdag og nytårsaftensdag er ikke regnet med.`,
  proposed: "Planen er et forslag. Ret datoerne, hvis de ikke passer, og bekræft den.",
  confirmed: "Planen er bekræftet.",
  readOnly: "Kun tovholdere kan ændre planen.",
  stepText: (kind: StepKind) => STEP_TEXTS[kind],
  day: "Dato",
  dayOf: (kind: StepKind) => `Dato for ${stepNames[kind].toLowerCase()}`,
  time: "Klokkeslæt",
  timeOf: (kind: StepKind) => `Klokkeslæt for ${stepNames[kind].toLowerCase()}`,
  off: (why: DayOff) => `Fridag: ${DAYS_OFF[why]}`,
  confirm: "Bekræft planen",
  save: "Gem datoerne",
  saved: "Planen er gemt.",
  done: (by: string, when: string) => `Udført ${when} af ${by}`,
  markDone: "Udført",
  markDoneOf: (kind: StepKind) => `Markér “${stepNames[kind]}” som udført`,
  undo: "Fortryd",
  undoOf: (kind: StepKind) => `Markér “${stepNames[kind]}” som ikke udført`,
  none: {
    title: "Ingen plan",
    text: "Høringen har ingen plan endnu. Vælg en herunder, så regnes datoerne ud baglæns fra den eksterne frist.",
    tooShort: (days: number) =>
      `Der er kun ${plural(days, "arbejdsdag", "arbejdsdage")} til den eksterne frist. Den korteste plan kræver tre.`,
    forReaders: "Tovholderen har ikke lagt en plan endnu.",
  },
  templates: {
    title: "Sæt planen på ny",
    text: "Datoerne regnes baglæns fra den eksterne frist. Det, der er udført, bliver stående.",
    name: (template: Template, needs: number) =>
      `${templateNames[template]} (mindst ${plural(needs, "arbejdsdag", "arbejdsdage")})`,
    legend: "Slags plan",
    tooShort: "ikke tid nok",
    submit: "Sæt datoerne",
  },
  facts: {
    title: "Frist og oplysninger",
    change: "Ret frist og oplysninger",
    deadline: "Ekstern frist",
    deadlineTime: "Klokkeslæt",
    caseNumber: "Sagsnummer",
    kle: "KLE-nummer",
    reason: "Begrundelse",
    reasonHint: "Skal skrives, når fristen udsættes. Alle, der deltager, får besked.",
    movePlan: "Flyt planens datoer med",
    submit: "Gem ændringer",
    saved: "Ændringerne er gemt.",
  },
  extend: {
    title: "Giv et center mere tid",
    center: "Center",
    choose: "Vælg et center",
    centerOption: (name: string, day: string, open: number) =>
      `${name}: ${day}, ${open === 0 ? "alt er besvaret" : `${open} mangler`}`,
    deadline: "Ny intern frist",
    deadlineHint: (external: string) => `Senest den eksterne frist, ${external}.`,
    reason: "Begrundelse",
    submit: "Giv mere tid",
    saved: "Centeret har fået mere tid og får besked.",
  },
  moved: {
    title: "Flyttede frister",
    external: "Den eksterne frist",
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    said: (from: string, to: string) => `fra ${from} til ${to}`,
    by: (by: string, when: string) => `${by}, ${when}`,
  },
};
