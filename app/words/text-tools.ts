// Of what stands around the text: it comes after it, and its words with it.

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
  as: (center: string, stance: string) => `${center} (${stance.toLowerCase()})`,
  remove: "Fjern henvisningen",
  removeOf: (center: string) => `Fjern henvisningen (${center})`,
  show: "Vis i kilden",
  added: (label: string, count: number) => `${paragraphs(count)} er knyttet til ${label}`,
  removed: (label: string, count: number) => `${paragraphs(count)} er ikke længere knyttet til ${label}`,
  noParagraph: "Sæt først markøren i det afsnit, der skal henvise.",
  noCenter: "Du kan ikke henvise, fordi du ikke skriver på vegne af et center.",
};

export const stance = {
  legend: (center: string | null) => (center ? `Holdning, ${center}` : "Holdning"),
  help: "Genvej fra teksten: Ctrl+.",
  said: (label: string, stance: string | null) =>
    stance ? `Holdning til ${label}: ${stance.toLowerCase()}` : `Ingen holdning til ${label}`,
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
