import type { NodeKind } from "../document-model/proposal";
import { enumerated, plural } from "./numbers";

const KINDS: Record<Exclude<NodeKind, "text" | "ignored">, [string, string]> = {
  section: ["kapitel", "kapitler"],
  clause: ["bestemmelse", "bestemmelser"],
  goal: ["mål", "mål"],
  area: ["udviklingsområde", "udviklingsområder"],
};

const WARNINGS: Readonly<Record<string, string>> = {
  placeholder: "Teksten har en pladsholder i kantede parenteser.",
  long: "Teksten er lang. Skal den deles?",
  "joined-hyphen": "Et ord er samlet hen over en linjedeling. Kontrollér bindestregen.",
  "no-clauses-found": "Der blev ikke fundet nogen bestemmelser eller mål. Vælg selv, hvad punkterne er.",
  "starts-mid-sentence": "Punktet begynder midt i en sætning. Skal det samles med det forrige?",
  "read-as-windows-1252": "Filen var ikke UTF-8 og er læst som Windows-1252. Kontrollér æ, ø og å.",
  "page-lines-dropped": "Sidehoveder og sidetal er taget ud.",
  "contents-dropped": "Indholdsfortegnelsen er taget ud.",
  "text-boxes-dropped": "Tekst i tekstbokse er ikke læst. Kontrollér, om der mangler noget.",
  "too-many-points": "Kilden har flere punkter, end der kan vises. Resten er ikke med.",
};

export const proposal = {
  title: (title: string) => `Ret opdelingen: ${title}`,
  lead: "Hvert punkt, du markerer som bestemmelse, mål eller udviklingsområde, kan centrene svare på.",
  counts: (counts: Record<NodeKind, number>) => {
    const kinds: (keyof typeof KINDS)[] = ["section", "clause", "goal", "area"];
    const parts = kinds.filter((kind) => counts[kind] > 0).map((kind) => plural(counts[kind], ...KINDS[kind]));
    return parts.length > 0 ? enumerated(parts) : "Ingen bestemmelser eller mål";
  },
  accept: "Godkend opdelingen",
  acceptNote: "Derefter bliver hver rettelse en ny underudgave.",
  isAccepted: "Opdelingen er godkendt og taget i brug.",
  toVersion: "Se den godkendte kilde",
  readOnly: "Kun tovholdere kan rette opdelingen.",
  list: "Punkter i læserækkefølge",
  none: "Teksten gav ingen punkter.",
  edit: "Ret punktet",
  choose: "Vælg et punkt i listen for at rette det.",
  kind: "Hvad er det?",
  withChildren: "Også alt under punktet",
  number: "Nummer",
  heading: "Overskrift",
  text: "Tekst",
  save: "Gem",
  saved: "Gemt",
  saving: "Gemmer …",
  ops: {
    group: "Flyt og del",
    split: "Del ved markøren",
    join: "Saml med forrige",
    add: "Tilføj efter",
    promote: "Ryk ud",
    demote: "Ryk ind",
    up: "Flyt op",
    down: "Flyt ned",
  },
  undo: "Fortryd",
  warning: "Se på",
  warningText: (code: string) => WARNINGS[code] ?? "Se punktet efter.",
  shortcuts: "Tastaturgenveje",
  keys: [
    ["↑ ↓", "vælg punkt"],
    ["Enter", "ret teksten"],
    ["1–6", "kapitel, bestemmelse, mål, udviklingsområde, brødtekst, udeladt"],
    ["Alt + ← →", "ryk ud og ind"],
    ["Alt + ↑ ↓", "flyt op og ned"],
    ["S", "saml med forrige"],
    ["Ctrl + Enter", "del ved markøren (i teksten)"],
    ["Ctrl + Z", "fortryd"],
  ] as const,
};
