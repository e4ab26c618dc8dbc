import { enumerated, plural } from "./numbers";
import { partOf } from "./part-names";

const CAUSES: Readonly<Record<string, (by: string, when: string) => string>> = {
  "clauses-assigned": (by, when) => `${by} fordelte bestemmelser til centeret ${when}.`,
  "assignment-removed": (by, when) => `${by} tog bestemmelser fra centeret ${when}.`,
  "hearing-moved": (by, when) => `${by} flyttede høringen til en anden udgave af kilden ${when}.`,
  "tasks-handed-over": (by, when) => `${by} overdrog et lukket centers opgaver ${when}.`,
  "initiatives-handed-over": (by, when) => `${by} overdrog et lukket centers indsatser ${when}.`,
  "section-given": (by, when) => `${by} gav et afsnit til et andet center ${when}.`,
  "section-taken-back": (by, when) => `${by} tog et afsnit tilbage ${when}.`,
};

/** How many paragraphs read otherwise, and how much beside them. */
type Count = { edits: number; beside: number };

/** "2 afsnit og 1 oplysning om mål og indsatser". */
function ofBoth({ edits, beside }: Count): string {
  const found = [edits > 0 ? plural(edits, "afsnit", "afsnit") : "", beside > 0 ? ofBeside(beside) : ""];
  return enumerated(found.filter((one) => one !== ""));
}

function ofBeside(count: number): string {
  return plural(count, "oplysning om mål og indsatser", "oplysninger om mål og indsatser");
}

export const parts = {
  title: "Centrenes dele",
  lead: "Hvert center har sin del af teksten: de afsnit, der er koblet til centerets bestemmelser, og de afsnit, det har fået. Lederen godkender den del – og kun en ændring i den får godkendelsen til at bortfalde. Handler teksten om mål, hører centerets status, indsatser og tal med til delen.",
  none: {
    title: "Ingen centre har fået bestemmelser",
    text: "Når bestemmelserne er fordelt, står hvert centers del her.",
  },
  center: "Center",
  state: "Godkendelse",
  said: "Hvem og hvornår",
  turn: "Din tur",
  read: (center: string) => `Læs ${partOf(center)}`,
  readAndDecide: "Læs og godkend",
  noText: "Ingen tekst endnu",
  changes: (count: number) => plural(count, "ændring siden", "ændringer siden"),
  sections: {
    title: "Afsnit, der er givet til et center",
    lead: "Et afsnit er en overskrift og alt under den. Det hører til centerets del, også hvor intet er koblet.",
    none: "Ingen overskrifter i teksten endnu.",
    of: (heading: string) => `Hvem har afsnittet “${heading}”?`,
    nobody: "Ingen",
    save: "Gem",
    given: "Afsnittet er fordelt.",
  },
};

export const part = {
  title: partOf,
  all: "Alle centres dele",
  others: "Gå til et andet centers del",
  text: "Teksten",
  beside: {
    title: "Status, indsatser og tal",
    lead: "Det godkendes sammen med teksten.",
    since: "Ændret uden for teksten",
    earlier: (name: string, figures: readonly string[]) => `${name}, tidligere: ${figures.join(", ")}`,
  },
  nothing: {
    title: "Der er ingen tekst i centerets del endnu",
    text: "Delen er de afsnit, der er koblet til centerets bestemmelser, og de afsnit, centeret har fået.",
  },
  signed: (by: string, when: string) => `${by} godkendte delen ${when}.`,
  returned: (by: string, when: string) => `${by} sendte delen tilbage ${when}.`,
  lapsed: {
    title: "Godkendelsen er bortfaldet",
    lead: (by: string, when: string, count: Count) =>
      `${by} godkendte delen ${when}. Siden er ${ofBoth(count)} ændret:`,
    by: (names: readonly string[], when: string) => `${enumerated(names)}, ${when}`,
    cause: (event: string, by: string, when: string) => CAUSES[event]?.(by, when) ?? "",
    given: "Det, centeret har fået, er ændret.",
    more: (count: number) => `og ${count} til`,
  },
  news: {
    first: "Du læser delen for første gang.",
    sinceOpened: (when: string, count: number) =>
      `${plural(count, "ændring", "ændringer")}, siden du åbnede delen ${when}.`,
    since: (when: string, count: number) =>
      count === 0
        ? `Intet er ændret, siden du sidst så delen ${when}.`
        : `${plural(count, "ændring", "ændringer")}, siden du sidst så delen ${when}.`,
    sameText: "Teksten er ikke ændret siden godkendelsen.",
    sinceSigned: (count: number) => `${plural(count, "ændring", "ændringer")} siden godkendelsen er markeret.`,
    only: "Vis kun det ændrede",
    everything: "Vis hele delen",
    next: "Gå til den første ændring",
  },
  open: {
    title: "Inden du godkender",
    holes: (count: number) =>
      plural(count, "bestemmelse mangler at blive set på", "bestemmelser mangler at blive set på"),
    again: "skal ses på igen",
    comments: (count: number) => plural(count, "åben kommentar", "åbne kommentarer"),
    mustBeSolved: (count: number) => (count === 1 ? "den ene skal løses" : `${count} skal løses`),
    onClause: "Kommentar til en bestemmelse",
    nothing: "Ingen huller og ingen åbne kommentarer.",
  },
  decide: {
    title: "Din beslutning",
    exactly: "Du godkender præcis den tekst, der står her. Ændres den, bortfalder godkendelsen, og du får besked.",
    exactlyGoals:
      "Du godkender præcis det, der står her: teksten, status på målene, indsatserne og deres tal. Ændres noget af det, bortfalder godkendelsen, og du får besked.",
    sign: "Godkend centerets del",
    signAgain: "Godkend igen",
    giveBack: "Send tilbage",
    withdraw: "Træk godkendelsen tilbage",
    reason: "Begrundelse",
    reasonHint: "De, der skriver for centeret, får besked og kan læse begrundelsen her.",
    submit: "Send delen tilbage",
    changed: "Centerets del er ændret, mens du læste.",
    showNew: "Vis den, som den er nu",
    signedNow: "Du har godkendt centerets del.",
    returnedNow: "Delen er sendt tilbage. Centeret har fået besked.",
  },
  print: "Udskriv",
  write: "Åbn i teksten",
  removed: "Fjernet afsnit",
};
