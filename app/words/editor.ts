import type { Phase } from "../editor/phase";

export const editor = {
  loading: "Henter teksten …",
  loadingOffline: "Der er ingen forbindelse til serveren. Teksten bliver hentet, så snart den er tilbage.",
  text: "Tekst",
  placeholder: "Skriv her. Tast § for at henvise til et punkt i kilden.",
  people: (names: readonly string[]) => (names.length === 0 ? "Kun dig" : `Også her: ${names.join(", ")}`),
  present: "Til stede",
  readOnly: "Du kan læse teksten, men ikke ændre den.",
  copyAll: "Kopiér hele teksten",
  copyUnsaved: "Kopiér det, der ikke blev gemt",
  copied: "Teksten er kopieret",
  copyFailed: "Teksten kunne ikke kopieres. Markér den, og kopiér den selv.",
  notSaved: "Ikke gemt",
  onlyDeleted:
    "Det, der ikke blev gemt, er ikke ny tekst, men noget, du har slettet eller ændret. Det må du gøre igen.",
  reload: "Genindlæs siden",
  retry: "Prøv igen",
  signIn: "Log ind i en ny fane",
  close: "Luk",
  broken:
    "Skrivefladen gik i stykker og kunne ikke tegnes igen. Teksten er her stadig. Genindlæs siden for at skrive videre.",
  leftOut:
    "Teksten blev låst, før det sidste, du skrev, nåede at blive gemt. Det er ikke med i den låste tekst, men står her, så længe siden er åben. Bliver teksten åbnet igen, gemmes det af sig selv.",
  roomFull: "Der er allerede 100, der skriver i teksten. Du kan læse med imens, og siden prøver igen af sig selv.",
  large:
    "Teksten er blevet meget lang: den fylder nu over halvdelen af det, der kan gemmes i én tekst. Alt bliver stadig gemt, men undgå at indsætte lange stykker.",
  earlier: "Dette nåede ikke at blive gemt, før siden blev genindlæst eller forladt.",
  earlierNotSaved: "Ikke gemt før genindlæsningen",
  earlierCut: "Der var mere, men det var for langt til at blive husket.",
  copyEarlier: "Kopiér",
  dismiss: "Fjern",
  leave: "Noget af det, du har skrevet, er ikke gemt endnu. Vil du forlade siden alligevel?",
};

const WITH_UNSAVED: Record<Phase, string> = {
  connecting: "Forbinder …",
  saved: "Gemt",
  saving: "Gemmer …",
  offline: "Ikke gemt – forbindelsen er væk",
  busy: "Ikke gemt – serveren kan ikke gemme lige nu",
  refused: "Ikke gemt",
  "read-only": "Kun læsning",
  "left-out": "Ikke gemt – teksten er låst",
  "room-full": "Ikke gemt – der er ikke plads lige nu",
  degraded: "Gemmer … Serveren svarer langsomt",
};

/** Nothing is lost, and the page says no more than that. */
const ALL_SAVED: Partial<Record<Phase, string>> = {
  offline: "Gemt – forbindelsen er væk",
  busy: "Gemt – serveren svarer ikke lige nu",
  refused: "Gemt – siden er koblet fra",
  "room-full": "Kun læsning lige nu",
  degraded: "Gemt – serveren svarer langsomt",
};

/** What the page says of its own saving. */
export function savingWords({ phase, hasUnsaved }: { phase: Phase; hasUnsaved: boolean }): string {
  return (hasUnsaved ? undefined : ALL_SAVED[phase]) ?? WITH_UNSAVED[phase];
}

/** Why the server has closed the door: by what it said before, or by its code. */
const CLOSED: Readonly<Record<string, string>> = {
  "4400": "Serveren kunne ikke forstå det, siden sendte. Genindlæs siden for at skrive videre.",
  "4401": "Du er blevet logget ud. Log ind igen i en ny fane, og tryk derefter på “Prøv igen” her.",
  "4403": "Du har ikke længere adgang til at skrive i teksten.",
  "4404": "Teksten findes ikke længere, eller du har ikke adgang til den.",
  "4409":
    "Siden passer ikke længere til teksten: den er blevet for gammel, eller en anden er logget ind i browseren. Genindlæs siden for at skrive videre.",
  "4413":
    "Det, du indsatte, er for stort til at blive gemt på én gang. Genindlæs siden, og indsæt det i mindre stykker.",
  "4426": "Samsvar er blevet opdateret, mens siden stod åben. Genindlæs siden for at skrive videre.",
  forged: "Serveren kunne ikke se, at ændringen kom fra denne side. Genindlæs siden for at skrive videre.",
  superseded: "Siden har mistet sin plads til en nyere forbindelse. Genindlæs siden for at skrive videre.",
  full: "Teksten fylder for meget, så der kan ikke gemmes mere i den. Genindlæs siden, og slet noget, før du skriver videre.",
  "unknown-content":
    "Der var noget i det, du skrev eller indsatte, som ikke kan gemmes. Genindlæs siden, og skriv det igen uden særlig opsætning.",
};

export function because({ code, reason }: { code: number | null; reason: string | null }): string {
  const other = "Serveren tager ikke imod det, du skriver. Genindlæs siden for at skrive videre.";
  return CLOSED[reason ?? ""] ?? CLOSED[String(code)] ?? other;
}

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
