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
  "too-many-points": "Kilden har flere punkter, end der kan vises. Resten er ikke med.",
};

export const sources = {
  title: "Kilder",
  lead: "Aftaler, målpapirer og strategier, som høringer og vurderinger handler om.",
  add: "Tilføj kilde",
  none: { title: "Ingen kilder endnu", text: "Tilføj aftalen eller målpapiret, før du opretter en høring." },
  columns: {
    title: "Titel",
    kind: "Type",
    publisher: "Udgiver",
    version: "Version",
    content: "Indhold",
    state: "Opdeling",
  },
  accepted: "Godkendt",
  proposed: "Skal rettes til",
  content: (clauses: number, goals: number) => {
    const parts = [
      ...(clauses > 0 ? [plural(clauses, "bestemmelse", "bestemmelser")] : []),
      ...(goals > 0 ? [plural(goals, "mål", "mål")] : []),
    ];
    return parts.length > 0 ? parts.join(", ") : "–";
  },
};

export const newSource = {
  title: "Tilføj kilde",
  lead: "Teksten læses og foreslås opdelt i bestemmelser og mål. Du retter opdelingen til, før den tages i brug.",
  sourceTitle: "Titel",
  kind: "Type",
  publisher: "Udgiver",
  publisherHint: "For eksempel KKR Hovedstaden",
  label: "Version",
  labelHint: "For eksempel “udkast 2026” eller “endelig 2017”",
  file: "Fil",
  fileHint: "Tekst eller Markdown (.txt, .md), højst 20 MB. PDF og Word kan ikke læses endnu.",
  or: "eller",
  text: "Indsæt teksten",
  submit: "Læs og foreslå opdeling",
  nextTitle: (title: string) => `Ny version af ${title}`,
  versionsSoFar: (labels: readonly string[]) => `Versioner indtil nu: ${enumerated(labels)}.`,
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
  acceptNote: "Derefter kan opdelingen ikke rettes.",
  isAccepted: "Opdelingen er godkendt og kan ikke længere rettes.",
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

export const version = {
  addVersion: "Tilføj ny version",
  facts: "Oplysninger",
  publisher: "Udgiver",
  kind: "Type",
  label: "Version",
  file: "Original fil",
  download: "Hent originalen",
  fingerprint: "Fingeraftryk (SHA-256)",
  accepted: "Godkendt",
  content: "Indhold",
  openHearing: "Opret høring på kilden",
  none: "Kilden har ingen punkter.",
};
