import type { ConsultationKind } from "../../server/consultations/shapes";
import { enumerated, plural } from "./numbers";

export const hearings = {
  title: "Høringer",
  lead: "Høringer og vurderinger, som kommunen svarer på i fællesskab.",
  open: "Opret høring",
  none: {
    title: "Ingen høringer endnu",
    text: "Når en høring er oprettet, står den her med sin frist og sin tovholder.",
  },
  columns: {
    title: "Titel",
    sender: "Afsender",
    deadline: "Frist",
    coordinator: "Tovholder",
    status: "Status",
  },
  current: "I gang",
  done: "Afsluttede",
};

export const newHearing = {
  title: "Opret høring",
  lead: "Høringen oprettes på en kilde, hvis opdeling er godkendt. Derefter fordeler du bestemmelserne til centrene.",
  kind: "Hvad skal der skrives?",
  kinds: { hearing: "Et høringssvar", assessment: "En vurdering af implementering" } satisfies Record<
    ConsultationKind,
    string
  >,
  source: "Kilde",
  chooseSource: "Vælg en kilde",
  sourceOption: (title: string, label: string, clauses: number) =>
    `${title}, ${label} (${plural(clauses, "punkt", "punkter")})`,
  noSource: "Der er ingen kilder med godkendt opdeling endnu.",
  addSource: "Tilføj en kilde",
  hearingTitle: "Titel",
  sender: "Afsender",
  senderHint: "Den, der har sendt høringen, for eksempel Region Hovedstaden.",
  deadline: "Ekstern frist",
  deadlineTime: "Klokkeslæt",
  caseNumber: "Sagsnummer",
  kle: "KLE-nummer",
  kleHint: "For eksempel 29.30.00",
  submit: "Opret høring",
};

export const hearing = {
  tabs: "Høringens sider",
  overview: "Overblik",
  assigning: "Fordeling",
  coverage: "Dækning",
  writing: "Skriv",
  approval: "Godkendelse",
  filing: "Eksport og journalisering",
  notStarted: "svaret er ikke begyndt",
  facts: {
    title: "Fakta",
    kind: "Type",
    sender: "Afsender",
    source: "Kilde",
    deadline: "Ekstern frist",
    caseNumber: "Sagsnummer",
    kle: "KLE-nummer",
    coordinator: "Tovholder",
  },
  start: "Begynd svaret",
  startTitle: { hearing: "Høringssvaret er ikke begyndt", assessment: "Vurderingen er ikke begyndt" } satisfies Record<
    ConsultationKind,
    string
  >,
  startText: "Når du begynder, får alle deltagende centre adgang til at skrive i det samme dokument.",
  waitText: "Tovholderen begynder svaret. Imens kan centrene markere bestemmelser uden bemærkninger under Dækning.",
  openText: { hearing: "Åbn høringssvaret", assessment: "Åbn vurderingen" } satisfies Record<ConsultationKind, string>,
  progress: "Centrenes svar",
  progressColumns: {
    center: "Center",
    deadline: "Intern frist",
    settled: "Afklaret",
    open: "Ikke set på",
    state: "Fremdrift",
  },
  settled: (settled: number, total: number) => `${settled} af ${total}`,
  noneAssigned: {
    title: "Ingen bestemmelser er fordelt",
    text: "Fordel bestemmelserne til centrene, så står deres fremdrift her.",
  },
  assignNow: "Fordel bestemmelser",
};

export const assigning = {
  clauses: "Bestemmelser",
  selected: (count: number) => (count === 0 ? "Ingen valgt" : `${count} valgt`),
  selectAll: "Vælg alle",
  selectNone: "Fravælg alle",
  selectUnassigned: "Vælg dem, ingen har",
  give: "Fordel til",
  centers: "Centre og råd",
  deadline: "Intern frist",
  deadlineHint: (external: string) => `Senest den eksterne frist, ${external}.`,
  submit: "Fordel",
  submitCount: (count: number) => (count === 0 ? "Fordel" : `Fordel ${plural(count, "punkt", "punkter")}`),
  done: "Fordelingen er gemt.",
  unassign: (clause: string, center: string) => `Tag ${clause} fra ${center}`,
  nobody: "Ikke fordelt",
  locked: "Teksten er sendt til godkendelse eller godkendt. Fordelingen kan ikke ændres.",
  readOnly: "Kun tovholdere kan ændre fordelingen.",
  sectionHint: "Et kapitel gælder alle punkter under det.",
  summary: (unassigned: number) =>
    unassigned === 0 ? "Alle punkter er fordelt." : `${plural(unassigned, "punkt", "punkter")} er ikke fordelt.`,
};

export const coverage = {
  caption: "Bestemmelser og centre",
  clause: "Bestemmelse",
  states: "Forklaring",
  lead: (holes: number) =>
    holes === 0
      ? "Der er ingen huller: alle fordelte punkter er set på."
      : `${plural(holes, "hul", "huller")}: fordelte punkter, som ingen har set på.`,
  notAssigned: "Ikke fordelt",
  late: "over fristen",
  openAnswer: (clause: string, center: string, state: string) => `${clause}, ${center}: ${state}. Skift svar`,
  toText: (clause: string, center: string, count: number) =>
    `${clause}, ${center}: besvaret i ${plural(count, "afsnit", "afsnit")}. Gå til teksten`,
  answerTitle: (clause: string, center: string) => `${clause} · ${center}`,
  remove: "Fjern svar",
  goToText: "Gå til teksten",
  paragraphs: (count: number) => plural(count, "afsnit", "afsnit"),
  whole: "Hele kilden",
  deadline: (text: string) => `Frist ${text}`,
  none: {
    title: "Intet at dække endnu",
    text: "Når bestemmelserne er fordelt til centrene, viser denne side, hvem der har svaret på hvad.",
  },
  onlyHoles: "Vis kun huller",
  showAll: "Vis alle",
  names: (names: readonly string[]) => enumerated(names),
};
