import type { Change, Doubt, InUse, Suggestion } from "../../server/carry-over/shapes";
import { changeNames } from "./change-names";
import { enumerated, plural } from "./numbers";

const BECAME: Record<Change, (targets: string) => string> = {
  unchanged: (targets) => `uændret som ${targets}`,
  moved: (targets) => `flyttet til ${targets}`,
  reworded: (targets) => `omformuleret til ${targets}`,
  split: (targets) => `delt i ${targets}`,
  merged: (targets) => `samlet i ${targets}`,
  dropped: () => "udgået",
  met: () => "indfriet og taget ud",
};

const DOUBTS: Record<Doubt, string> = {
  "not-unique": "De samme ord står flere steder.",
  "below-changed": "Ordene er de samme, men noget af det, der står under punktet, er ændret.",
  "lead-in-changed": "Ordene er de samme, men den linje, de fortsætter, er ændret.",
  "few-words": "Så få ord kan betyde noget andet under en anden overskrift.",
  "look-alike": "Der er et andet punkt, som let kan forveksles med dette.",
  "other-kind": "Ordene er de samme, men punktet er blevet en anden type.",
};

const REASONS: Record<Suggestion["because"], string> = {
  identical: "de samme ord",
  trigrams: "efter formuleringen",
  words: "efter de bærende ord",
  containedIn: "den gamle tekst indgår i den nye",
  contains: "den nye tekst er en del af den gamle",
  below: "efter det, der står under punktet",
};

export const carryOver = {
  title: "Overførsel",
  lead: (source: string, from: string, to: string) => `${source}: fra “${from}” til “${to}”`,
  toNew: "Se den nye udgave",
  toComparison: "Se alle forskelle",
  progress: (decided: number, total: number) => `${decided} af ${total} afgjort`,
  blocking: (count: number) => `${count} spærrer for godkendelse`,
  readOnly: "Kun tovholdere kan afgøre, hvad der er blevet af punkterne. Du kan følge med her.",
  filters: { label: "Vis", waiting: "Venter", remarks: "Med bemærkninger", all: "Alle" },
  list: "Punkter i den gamle udgave",
  groups: { waiting: "Venter på dig", watched: "Venter på en tovholder", now: "Afgjort nu" },
  toList: "Til listen",
  position: (at: number, of: number) => `Punkt ${at} af ${of}`,
  before: (label: string) => `Før: ${label}`,
  after: (label: string) => `Nu: ${label}`,
  standsAt: (path: string) => `I den nye udgave: ${path}`,
  gone: "Punktet findes ikke i den nye udgave.",
  waits: "Venter",
  sending: "Gemmer …",
  notSaved: "Ikke gemt",
  notSavedOf: (name: string) => `${name} er ikke gemt.`,
  toHearings: "Nu kan høringen flyttes",
  close: "Luk",
  proposed: (change: Change) => `Forslag: ${changeNames[change].toLowerCase()}`,
  decided: (change: Change, targets: readonly string[]) => BECAME[change](enumerated(targets)),
  by: (name: string, at: string) => `Afgjort af ${name} ${at}`,
  byItself: "Overført af sig selv, fordi ordene er de samme",
  doubt: (doubt: Doubt) => `Er ikke overført af sig selv. ${DOUBTS[doubt]}`,
  inUse: ({ remarks, answers, assignments }: InUse) =>
    [
      ...(remarks > 0 ? [plural(remarks, "bemærkning", "bemærkninger")] : []),
      ...(answers > 0 ? [plural(answers, "svar", "svar")] : []),
      ...(assignments > 0 ? [`fordelt til ${plural(assignments, "center", "centre")}`] : []),
    ].join(", "),
  suggestions: "Hvad er punktet blevet til?",
  suggestionsHint: "Vælg ét, eller sæt flere hak, hvis punktet er delt.",
  noSuggestions: "Intet i den nye udgave ligner.",
  score: (score: number) => `${likeness(score)} (${Math.round(score * 100)} %)`,
  because: (because: Suggestion["because"]) => REASONS[because],
  taken: (names: readonly string[]) => `Her står allerede ${enumerated(names)}`,
  key: (key: string) => `Tast ${key}`,
  only: (name: string) => `Vælg kun ${name}`,
  accept: (change: Change) => ACCEPT[change],
  drop: "Udgået",
  met: "Indfriet",
  another: "Vælg et andet",
  undo: "Fortryd",
  next: "Næste, der venter",
  search: {
    label: "Søg i hele den nye udgave",
    placeholder: "Ord eller nummer",
    results: "Punkter i den nye udgave",
    none: "Ingen punkter passer. Prøv andre ord.",
    found: (count: number) => plural(count, "punkt", "punkter"),
    first: (shown: number, of: number) => `De første ${shown} af ${plural(of, "punkt", "punkter")}. Skriv flere ord.`,
    help: "↑ ↓ vælger, Enter tager punktet, Shift + Enter lægger det til de valgte, Esc lukker.",
    close: "Luk søgningen",
    withoutScript: "Eller vælg et andet punkt i den nye udgave",
    nothing: "Intet andet",
  },
  use: {
    title: "Hænger på punktet",
    toRemark: "Se i svaret",
    none: "Intet hænger på punktet.",
  },
  hearings: {
    title: "Høringer på kilden",
    follow: "Flyt høringen til denne udgave",
    stay: "Bliv på den gamle",
    note: "Flytter du en høring, følger bemærkninger, svar og fordelinger med til det, punkterne er blevet til. Så længe noget, der er i brug, ikke er afgjort, kan teksten ikke sendes til godkendelse.",
    done: "Det er gemt.",
    places: {
      follows: "Er på denne udgave",
      stays: "Bliver på den gamle udgave",
      waits: "Er på den gamle udgave",
    },
  },
  added: {
    title: "Nyt i denne udgave",
    lead: "Disse punkter kommer ikke fra noget i den gamle udgave. De skal fordeles, når høringen er flyttet.",
    none: "Intet er nyt: alle punkter kommer fra den gamle udgave.",
  },
  nothing: {
    title: "Der er intet at overføre",
    text: "Den gamle udgave har ingen punkter, som nogen kan have svaret på.",
  },
  allDecided: "Alle punkter er afgjort.",
  noneInFilter: "Ingen punkter passer til filteret.",
  showAll: "Vis alle",
  said: {
    decided: (name: string, what: string) => `${name} er ${what}.`,
    undone: (name: string) => `Fortrudt. ${name} venter igen.`,
    chosen: (name: string, score: string) => `Valgt: ${name}${score ? `, ${score}` : ""}.`,
    marked: (names: readonly string[]) => (names.length > 0 ? `Valgt: ${enumerated(names)}.` : "Intet er valgt."),
    alreadyDecided: "Punktet er afgjort. Tast Z for at fortryde.",
    noneWaiting: "Ingen punkter venter.",
    nothingToUndo: "Der er intet at fortryde.",
    nothingChosen: "Vælg først et punkt, eller tast U for udgået.",
  },
  keysTitle: "Tastaturgenveje",
  keysOpen: "Genveje",
  keysClose: "Luk",
  keys: [
    ["↑ ↓ (J K)", "gå til punktet over eller under"],
    ["1–3", "vælg et forslag"],
    ["Shift + 1–3", "tag et forslag med, når punktet er delt"],
    ["Mellemrum", "tag det viste forslag med eller fra"],
    ["Enter", "godkend det valgte, og gå til det næste, der venter"],
    ["V", "vælg et andet punkt i den nye udgave"],
    ["U", "punktet er udgået"],
    ["I", "målet er indfriet og taget ud"],
    ["Z eller Ctrl + Z", "fortryd"],
    ["N", "gå til det næste, der venter"],
    ["?", "vis eller skjul genvejene"],
  ] as const,
};

const ACCEPT: Record<Change, string> = {
  unchanged: "Godkend som uændret",
  moved: "Godkend som flyttet",
  reworded: "Godkend som omformuleret",
  split: "Godkend som delt",
  merged: "Godkend som samlet",
  dropped: "Godkend som udgået",
  met: "Godkend som indfriet",
};

function likeness(score: number): string {
  if (score >= 0.95) return "næsten ens";
  if (score >= 0.7) return "ligner meget";
  return score >= 0.45 ? "ligner noget" : "ligner lidt";
}
