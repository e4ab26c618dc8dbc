import type { LeftOutKind } from "../document-model/incoming/shapes";
import { incoming } from "./incoming";

export const paste = {
  label: "Det, du satte ind",
  labelOf: (fileName: string) => `Indsat fra ${fileName}`,
  /** Something stayed behind. */
  notAll: "Teksten er sat ind, men ikke alt kom med.",
  /** All is there, in another form. */
  changed: "Teksten er sat ind. Noget ser anderledes ud, end der hvor det kom fra.",
  nothing: "Der var ingen tekst at sætte ind.",
  show: "Vis teksten",
  showComments: "Vis kommentarerne",
  toPlace: "Gå til stedet",
  copy: "Kopiér det, der ikke kom med",
  close: "Luk",
  about: (quote: string) => `om “${quote}”`,
  reading: (fileName: string) => `Læser ${fileName} …`,
  readingPaste: "Læser det, du satte ind …",
  readingShare: (share: number) => `Læser det, du satte ind … ${Math.floor(share * 100)} %`,
  done: (fileName: string) => `${fileName} er sat ind.`,
};

type Sentence = { one: string; many: (count: number) => string; what: string };

const of = (one: string, many: string, what: string): Sentence => ({ one, many: (count) => `${count} ${many}`, what });

/** What each kind is called, and what became of it. */
export const leftOut: Readonly<Record<LeftOutKind, Sentence>> = {
  image: of("1 billede", "billeder", "Billeder kan ikke sættes ind. Beskriv dem i teksten, eller send dem som bilag."),
  media: of("1 video eller indlejret side", "videoer eller indlejrede sider", "De kan ikke sættes ind."),
  "text-box": of("1 tekstboks", "tekstbokse", "Sæt selv teksten ind, hvor den hører til."),
  comment: of("1 kommentar", "kommentarer", "Kommentarer bliver ikke en del af teksten."),
  deleted: of("1 sporet sletning", "sporede sletninger", "Det slettede er ikke sat ind."),
  inserted: of("1 sporet indsættelse", "sporede indsættelser", "Det nye er sat ind som almindelig tekst."),
  hidden: of("1 skjult stykke tekst", "skjulte stykker tekst", "Skjult tekst er ikke sat ind."),
  struck: of(
    "1 gennemstreget sted",
    "gennemstregede steder",
    "Ordene er sat ind uden streg. Slet dem, hvis de ikke gælder.",
  ),
  contents: of("1 linje i en indholdsfortegnelse", "linjer i en indholdsfortegnelse", "De er ikke sat ind."),
  formula: of("1 formel", "formler", "Formler kan ikke sættes ind. Skriv dem som tekst."),
  "lost-note": of("1 fodnotetal uden note", "fodnotetal uden note", "Noterne var ikke med i det, du kopierede."),
  "nested-table": of("1 tabel inde i en tabel", "tabeller inde i tabeller", "Deres celler er blevet til afsnit."),
  "wide-table": of(
    "1 tabel var for stor",
    "tabeller var for store",
    "Der er plads til 20 kolonner og 200 rækker. Her er resten.",
  ),
  "deep-heading": of(
    "1 overskrift på niveau 4 eller lavere",
    "overskrifter på niveau 4 eller lavere",
    "De er blevet til overskrift 3.",
  ),
  "deep-list": of(
    "1 punkt på niveau 5 eller lavere",
    "punkter på niveau 5 eller lavere",
    "De er rykket ud til niveau 4.",
  ),
  renumbered: of("Nye tegn i en nummereret liste", "lister med nye tegn", "Punkterne tælles på tekstens egen måde."),
};

/** Why nothing was put in. */
const REFUSED: Readonly<Record<string, string>> = {
  "too-large":
    "Det er for meget at sætte ind på én gang, så der er ikke sat noget ind. Sæt det ind i mindre stykker, for eksempel et kapitel ad gangen.",
  "not-a-word-file": "Kun Word-filer (.docx) kan sættes ind. Teksten er ikke ændret.",
  "too-large-at-once":
    "Filens tekst er for lang til at blive sat ind på én gang, så der er ikke sat noget ind. Del filen, og sæt delene ind hver for sig.",
  "file-too-large":
    "Filen er for stor, så der er ikke sat noget ind. Den må højst fylde 20 MB. Gem den uden billeder, og prøv igen.",
  "empty-file": "Der er ingen tekst i filen, så der er ikke sat noget ind.",
  "no-text": "Filen består kun af billeder og har ingen tekst, så der er ikke sat noget ind.",
  "format-not-read-yet":
    "Kun Word-filer af den nye slags (.docx) kan sættes ind. Åbn filen i Word, gem den som .docx, og prøv igen.",
  "other-content": "Filen er ikke et Word-dokument (.docx), så der er ikke sat noget ind.",
  encrypted: "Filen er beskyttet med en adgangskode. Gem en kopi uden adgangskode, og sæt den ind.",
  damaged: "Filen er beskadiget og kan ikke læses. Åbn den i Word, gem den igen, og prøv med den nye fil.",
  "unsafe-file":
    "Filen indeholder makroer eller andet, som ikke læses af hensyn til sikkerheden. Gem den som almindeligt Word-dokument (.docx), og prøv igen.",
  "too-many-pages": "Filen er for lang, så der er ikke sat noget ind. Del den, og sæt delene ind hver for sig.",
  "took-too-long": "Filen tog for lang tid at læse, så der er ikke sat noget ind. Del den, og prøv igen.",
  "too-many-waiting": "Der bliver læst mange filer lige nu. Vent et øjeblik, og prøv igen.",
  missing: "Vælg en Word-fil.",
  "session-expired": "Du er blevet logget ud. Log ind i en ny fane, og sæt filen ind igen.",
  "not-reached": "Der er ikke forbindelse til Samsvar, så filen kan ikke læses lige nu. Teksten er ikke ændret.",
};

export function refusedWords(code: string, otherwise: (code: string) => string): string {
  return code === "picture" ? incoming.noPictures : (REFUSED[code] ?? otherwise(code));
}
