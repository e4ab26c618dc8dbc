import type { Block } from "../document-model/document";
import { plural } from "./numbers";
import { dateAndTime } from "./time";

export const suggestions = {
  pane: "Forslag",
  count: (count: number) => plural(count, "åbent forslag", "åbne forslag"),
  loading: "Forslagene hentes …",
  none: "Der er ingen åbne forslag.",
  noneHow: "Vælg “Foreslå” over teksten for at rette i den uden at ændre den.",
  by: (name: string, at: Date) => `Forslag fra ${name}, ${dateAndTime(at)}`,
  at: (at: Date) => dateAndTime(at),
  show: "Vis",
  accept: "Acceptér",
  reject: "Afvis",
  withdraw: "Træk tilbage",
  reason: "Begrundelse (kan undlades)",
  rejectNow: "Afvis forslaget",
  cancel: "Fortryd",
  acceptAll: (name: string, count: number) => `Acceptér alle ${count} fra ${name}`,
  rejectAll: (name: string, count: number) => `Afvis alle ${count} fra ${name}`,
  accepted: "Forslaget er taget ind i teksten.",
  rejected: "Forslaget er afvist.",
  withdrawn: "Forslaget er trukket tilbage.",
  acceptedAll: (count: number) => `${plural(count, "forslag er", "forslag er")} taget ind i teksten.`,
  rejectedAll: (count: number) => `${plural(count, "forslag er", "forslag er")} afvist.`,
  left: (count: number) => `${plural(count, "forslag", "forslag")} passer ikke længere til teksten og er ikke rørt.`,
  keys: "Pil op og ned skifter forslag. A accepterer, F afviser, V viser stedet.",
  notReached: "Der er ikke forbindelse lige nu. Intet er ændret. Prøv igen om lidt.",
  yours: "Dit forslag",
  changed: "Ændret siden",
  changedHelp: "Teksten er ændret, siden forslaget blev stillet.",
  gone: "Afsnittet er her ikke længere. Forslaget kan kun afvises eller kopieres.",
  before: "Da forslaget blev stillet",
  now: "Sådan står der nu",
  proposed: "Forslaget",
  anyway: "Brug forslaget alligevel",
  copy: "Kopiér forslaget",
  addition: "Nyt afsnit",
  newNote: "Ny fodnote",
  removal: "Afsnittet fjernes",
  emptyBlock: "Et tomt afsnit",
  reformatted: "Ændret udseende",
  becomes: (kind: string) => `Bliver til ${kind}`,
  decided: "Afgjort",
  acceptedBy: (name: string, at: Date) => `Taget ind af ${name}, ${dateAndTime(at)}`,
  rejectedBy: (name: string, at: Date) => `Afvist af ${name}, ${dateAndTime(at)}`,
};

export const mode = {
  label: "Hvordan du arbejder i teksten",
  write: "Skriv",
  read: "Læs",
  suggest: "Foreslå",
};

export const suggesting = {
  text: "Tekst med dine forslag",
  help: "Ret i teksten, som du plejer. Den ændres først, når en, der må skrive i den, accepterer dit forslag.",
  saved: "Forslag gemt",
  saving: "Gemmer forslag …",
  nothing: "Ingen forslag endnu",
  offline: "Ikke gemt – forbindelsen er væk. Forslagene står her og gemmes, når den er tilbage.",
  refused: (why: string) => `Ikke gemt. ${why}`,
  locked: "Teksten er låst, så der ikke kan stilles flere forslag. Det, du har skrevet, står her endnu.",
  leave: "Nogle af dine forslag er ikke gemt endnu. Vil du forlade siden alligevel?",
  torn: "Ændret af andre",
  conflict: "Andre har ændret afsnittet, mens du foreslår.",
  noNotes:
    "Nye fodnoter i en tabel kan ikke foreslås. Sæt fodnoten på ord uden for tabellen, eller skriv en kommentar.",
  noTables: "Rækker, kolonner og nye tabeller kan ikke foreslås, kun teksten i cellerne. Skriv i stedet en kommentar.",
  removed: "Foreslås fjernet",
  tools: "Værktøjer til forslag",
};

const KINDS: Record<Block["kind"], string> = {
  paragraph: "almindelig tekst",
  heading: "overskrift",
  bullet: "punkt",
  ordered: "nummereret punkt",
  quote: "citat",
  footnote: "fodnote",
};

/** "overskrift 2", "punkt". */
export function kindName({ kind, level }: Pick<Block, "kind" | "level">): string {
  return kind === "heading" ? `${KINDS.heading} ${level}` : KINDS[kind];
}
