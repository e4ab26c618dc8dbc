import type { KeyGroup, KeyId } from "../editor/desk/keys";
import { plural } from "./numbers";

export const partMissing = {
  label: "Kunne ikke hentes",
  why: "Det, du bad om, kunne ikke hentes. Siden prøver selv igen, og din tekst er her stadig.",
  again: "Prøv igen",
  close: "Luk",
};

/** What each key of the desk does, for the help sheet. */
export const keyWords: Record<KeyId, string> = {
  reference: "Henvis afsnittet til et punkt i kilden",
  "reference-sign": "Henvis, mens du skriver",
  "reference-many": "Knyt punktet, og søg videre",
  "reference-cite": "Sæt punktets ord ind som citat",
  "web-link": "Link til en webside",
  "offer-take": "Tag forslaget i margenen",
  "offer-wave": "Afvis forslaget i margenen",
  stance: "Vælg holdning til punktet",
  undo: "Fortryd dit eget",
  redo: "Gentag",
  bold: "Fed",
  italic: "Kursiv",
  note: "Fodnote til ordene, eller fra noten tilbage til dem",
  "table-bar": "I en tabel: til tabellens værktøjer",
  "line-break": "Ny linje i samme afsnit",
  "move-paragraph": "Flyt afsnittet op eller ned",
  heading: "Overskrift 1, 2 eller 3",
  "heading-sign": "Overskrift: tegnet og mellemrum først i afsnittet",
  paragraph: "Brødtekst",
  bullet: "Punktopstilling",
  "bullet-sign": "Punkt: tegnet og mellemrum først i afsnittet",
  ordered: "Nummereret liste",
  "ordered-sign": "Nummer: tallet og mellemrum først i afsnittet",
  indent: "Punktet et niveau ind eller ud",
  quote: "Citat",
  "quote-sign": "Citat: tegnet og mellemrum først i afsnittet",
  find: "Find i teksten (igen: browserens egen søgning)",
  replace: "Find og erstat",
  "find-next": "Næste sted",
  "find-previous": "Forrige sted",
  "find-step": "Næste og forrige sted, mens du søger",
  "find-close": "Tilbage til stedet i teksten",
  "next-change": "Næste eller forrige ændring, siden du sidst var her",
  "who-wrote": "Hvem skrev afsnittet",
  "follow-stop": "Hold op med at følge en anden",
  comment: "Kommentér det markerede eller afsnittet",
  "comment-next": "Næste kommentar i teksten",
  "comment-previous": "Forrige kommentar i teksten",
  "comment-person": "Nævn en kollega",
  "comment-send": "Send kommentaren",
  "comment-close": "Luk feltet, kladden bliver stående; igen: tilbage til teksten",
  outline: "Til dispositionen og tilbage",
  "outline-go": "Gå til overskriften",
  "outline-move": "Flyt overskriften med alt under den",
  "section-center": "Hvilket center overskriften hører til (for tovholdere)",
  "outline-leave": "Tilbage til teksten",
  help: "Denne oversigt",
  "help-outside": "Denne oversigt, når du ikke skriver",
  toolbar: "Til værktøjslinjen (← → mellem knapperne)",
  "toolbar-leave": "Tilbage til teksten",
  "focus-mode": "Fokus: kun teksten",
  "focus-mode-leave": "Ud af fokus",
};

export const keyGroups: Record<KeyGroup, string> = {
  linking: "Henvisninger",
  writing: "Skrive",
  kinds: "Overskrifter, lister og citater",
  together: "Sammen med andre",
  commenting: "Kommentarer",
  finding: "Find og erstat",
  outline: "Disposition",
  desk: "Skrivebordet",
};

const NAMES: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Shift: "Skift",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};
const MAC_NAMES: Readonly<Record<string, string>> = { ...NAMES, Mod: "⌘", Alt: "⌥", Shift: "⇧" };

/** What is printed on a key. */
export function keyNames(part: string, onMac: boolean): string {
  return (onMac ? MAC_NAMES : NAMES)[part] ?? part;
}

export const help = {
  title: "Taster på skrivebordet",
  open: "Taster og hjælp",
  or: "eller",
  close: "Luk",
};

export const tools = {
  whoWrote: "Hvem skrev dette?",
  more: "Mere",
  inTable: "Tabel",
  find: "Find i teksten",
  outline: "Disposition",
  focusMode: "Fokus",
  leaveFocus: "Luk fokus",
};

export const find = {
  label: "Find og erstat",
  query: "Find",
  replacement: "Erstat med",
  next: "Næste",
  previous: "Forrige",
  matchCase: "Store og små bogstaver",
  wholeWords: "Hele ord",
  replace: "Erstat",
  replaceAll: "Erstat alle",
  showReplace: "Erstat …",
  close: "Luk søgningen",
  found: (index: number, count: number) => {
    if (count === 0) return "Ingen steder";
    return index > 0 ? `${index} af ${plural(count, "sted", "steder")}` : plural(count, "sted", "steder");
  },
  replaced: (count: number) => `${plural(count, "sted", "steder")} er erstattet.`,
};

export const outline = {
  label: "Disposition",
  close: "Luk dispositionen",
  empty: "Teksten har ingen overskrifter endnu.",
  emptyHelp: "Skriv # og mellemrum først i et afsnit, så står overskriften her.",
  untitled: "(uden tekst)",
  help: "Alt+↑↓ eller træk flytter overskriften med alt under den.",
  giveHelp: "F4 vælger, hvilket center den hører til.",
  moved: (heading: string, after: string | null) =>
    after === null ? `“${heading}” står nu først.` : `“${heading}” står nu efter “${after}”.`,
  stays: (heading: string) => `“${heading}” kan ikke flyttes længere den vej.`,
};

export const count = {
  label: "Ord i teksten",
  words: (count: number) => plural(count, "ord", "ord"),
  selected: (count: number) => `${plural(count, "ord", "ord")} markeret`,
  byCenter: "Ord i afsnit, der henviser, efter center",
  byCenterHelp: "Et afsnit, som flere centre henviser fra, tæller hos dem alle.",
  unlinked: "Uden henvisning",
  all: "Hele teksten",
  selection: "Markeret",
};

export const zoom = {
  label: "Tekststørrelse",
  smaller: "Mindre tekst",
  larger: "Større tekst",
  reset: "Almindelig størrelse",
  now: (percent: number) => `${percent} %`,
};

export const statusLine = "Om teksten";
