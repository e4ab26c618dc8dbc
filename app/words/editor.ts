import type { Phase } from "../editor/phase";

export const editor = {
  loading: "Henter teksten …",
  text: "Tekst",
  placeholder: "Skriv her. Tast § for at henvise til et punkt i kilden.",
  people: (names: readonly string[]) => (names.length === 0 ? "Kun dig" : `Også her: ${names.join(", ")}`),
  present: "Til stede",
  readOnly: "Du kan læse teksten, men ikke ændre den.",
  copyText: "Kopiér teksten",
  copied: "Teksten er kopieret",
  copyFailed: "Teksten kunne ikke kopieres. Markér den, og kopiér den selv.",
  broken:
    "Skrivefladen gik i stykker og kunne ikke tegnes igen. Teksten er her stadig: kopiér den, og genindlæs siden.",
  leftOut:
    "Teksten blev låst, før det sidste, du skrev, nåede at blive gemt. Det er ikke med i den låste tekst, men står her, så længe siden er åben. Bliver teksten åbnet igen, gemmes det af sig selv.",
  retry: "Prøv igen",
  leave: "Noget af det, du har skrevet, er ikke gemt endnu. Vil du forlade siden alligevel?",
};

export const saving: Record<Phase, string> = {
  connecting: "Forbinder …",
  saved: "Gemt",
  saving: "Gemmer …",
  offline: "Ikke gemt – forbindelsen er væk",
  refused: "Ikke gemt",
  "read-only": "Kun læsning",
  "left-out": "Ikke gemt – teksten er låst",
  degraded: "Gemmer … Serveren svarer langsomt",
};

/** Offline with nothing to save: nothing is lost, and the page says no more than that. */
export const offlineButSaved = "Gemt – forbindelsen er væk";

/** Why the server has closed the door, by its code; `other` for one we do not know. */
export const closedBecause: Record<string, string> & { other: string } = {
  "4400": "Serveren kunne ikke forstå siden. Kopiér din tekst, og genindlæs siden.",
  "4401": "Du er blevet logget ud. Log ind i en ny fane, kopiér din tekst, og genindlæs siden.",
  "4403": "Du har ikke længere adgang til at skrive i teksten.",
  "4404": "Teksten findes ikke længere, eller du har ikke adgang til den.",
  "4409": "Siden er blevet for gammel. Kopiér det, du sidst har skrevet, og genindlæs siden.",
  "4413": "Det, du indsatte, er for stort til at gemme. Kopiér din tekst, og genindlæs siden.",
  "4426": "Samsvar er blevet opdateret. Kopiér det, du sidst har skrevet, og genindlæs siden.",
  other: "Serveren tager ikke imod det, du skriver. Kopiér din tekst, og genindlæs siden.",
};

export const toolbar = {
  label: "Formatering",
  kind: "Teksttype",
  kinds: {
    paragraph: "Brødtekst",
    heading1: "Overskrift 1",
    heading2: "Overskrift 2",
    heading3: "Overskrift 3",
    bullet: "Punkt",
    ordered: "Nummereret punkt",
    quote: "Citat",
  },
  bold: "Fed",
  italic: "Kursiv",
  bullet: "Punktopstilling",
  ordered: "Nummereret liste",
  quote: "Citat",
  webLink: "Link til en webside",
  table: "Indsæt tabel",
  addRow: "Række under",
  addColumn: "Kolonne til højre",
  deleteRow: "Slet række",
  deleteColumn: "Slet kolonne",
  deleteTable: "Slet tabel",
  undo: "Fortryd",
  redo: "Gentag",
  reference: "Henvis til punkt",
};

export const webLink = {
  title: "Link til en webside",
  address: "Adresse",
  hint: "Begynder med https:// eller er en e-mailadresse.",
  wrong: "Skriv en hel adresse, for eksempel https://www.kl.dk.",
  save: "Indsæt link",
  remove: "Fjern link",
};

export const links = {
  whole: "Hele kilden",
  goal: (number: string) => (number ? `Mål ${number}` : "Mål"),
  unknown: "Ukendt punkt",
  column: "Henvisninger i margenen",
  chip: (label: string) => `Henviser til ${label}`,
  madeBy: (centers: readonly string[]) => `Knyttet af ${centers.join(" og ")}`,
  remove: "Fjern henvisningen",
  removeOf: (center: string) => `Fjern henvisningen (${center})`,
  show: "Vis i kilden",
  added: (label: string, count: number) => `${paragraphs(count)} er knyttet til ${label}`,
  removed: (label: string, count: number) => `${paragraphs(count)} er ikke længere knyttet til ${label}`,
  noParagraph: "Sæt først markøren i det afsnit, der skal henvise.",
  noCenter: "Du kan ikke henvise, fordi du ikke skriver på vegne af et center.",
};

function paragraphs(count: number): string {
  return count === 1 ? "Afsnittet" : `${count} afsnit`;
}

export const search = {
  label: "Henvis afsnittet til et punkt",
  placeholder: "Nummer eller ord",
  results: "Punkter i kilden",
  found: (count: number) => (count === 1 ? "1 punkt" : `${count} punkter`),
  none: "Ingen punkter passer.",
  mine: "jeres",
  linked: "knyttet",
  help: "↑↓ vælger · Enter knytter · Esc skriver tegnet §",
  helpPlain: "↑↓ vælger · Enter knytter · Esc lukker",
};

export const pane = {
  label: "Kilde",
  open: "Vis kilden",
  close: "Luk kilden",
  filter: "Find i kilden",
  linkAs: "Henvis på vegne af",
  linkCount: (count: number) => (count === 1 ? "1 afsnit henviser hertil" : `${count} afsnit henviser hertil`),
  nothing: "Intet i kilden passer til det.",
};
