import { plural } from "./numbers";

/** What the sender made of a hearing's remarks: the report. */
export const report = {
  title: "Udfald",
  lead: "Hvad afsenderen gjorde ved jeres bemærkninger. Det står også på punkternes sider og dukker op igen, når kilden kommer i en ny udgave.",
  notApproved: {
    title: "Teksten er ikke godkendt endnu",
    text: "Når teksten er godkendt og sendt, kan I her notere, hvad afsenderen gjorde ved hver bemærkning.",
  },
  noRemarks: {
    title: "Der er ingen bemærkninger",
    text: "Ingen afsnit i teksten henviser til et punkt, så der er intet at notere udfald på.",
  },
  nothingYet: "Afsenderens svar er ikke noteret endnu.",
  counts: "Udfald i alt",
  count: (recorded: number, all: number) =>
    `${recorded} af ${plural(all, "bemærkning", "bemærkninger")} har et udfald.`,
  open: "Uden udfald",
  centers: "Udfald pr. center",
  center: "Center",
  remarks: "Bemærkninger",
  list: "Udfald pr. punkt",
  bringIn: "Læg afsenderens oversigt ind",
  overview: "Afsenderens oversigt",
  waiting: (rows: number) => `Gennemgå oversigten (${plural(rows, "række", "rækker")} tilbage)`,
  csv: "Hent som CSV",
  print: "Udskriv",
};

export const outcomesCsv = {
  fileName: (userKey: string) => `Udfald ${userKey}.csv`,
  columns: ["Punkt", "Titel", "Bemærkning", "Centre", "Udfald", "Begrundelse", "Noteret af", "Noteret den"],
};

/** The sender's overview and what each of its rows is. */
export const overview = {
  title: "Afsenderens oversigt",
  back: "Til udfaldet",
  lead: "Læg afsenderens oversigt over høringssvar ind. Hver række bliver et forslag, som I bekræfter eller retter. Intet noteres af sig selv.",
  none: { title: "Ingen oversigt endnu", text: "Tovholderen eller journalføreren kan lægge afsenderens oversigt ind." },
  file: "Fil",
  fileHint: "Word (.docx), Excel (.xlsx) eller CSV, højst 20 MB. Filen gemmes ikke, kun rækkerne.",
  pasted: "Eller indsæt tabellen",
  pastedHint:
    "Kopiér tabellen hos afsenderen, også den øverste række med kolonnernes navne, fx Emne, Afsender, Resumé og Vurdering.",
  withOthers: "Tag også andre afsenderes rækker med",
  withOthersHint: "Ellers gemmes kun de rækker, der er fra jeres kommune eller ikke har nogen afsender.",
  read: "Læs oversigten",
  byHand: "Skriv en række selv",
  subject: "Punkt eller emne",
  summary: "Bemærkningen, kort",
  assessment: "Afsenderens svar",
  addRow: "Tilføj rækken",
  more: "Læg mere ind",
  added: (rows: number, others: number) => {
    if (rows === 0) return "De rækker er allerede lagt ind.";
    const kept = `${plural(rows, "række er", "rækker er")} lagt ind.`;
    return others > 0 ? `${kept} ${plural(others, "række", "rækker")} fra andre afsendere er ikke gemt.` : kept;
  },
  come: {
    title: "Lagt ind",
    kinds: { file: "Fil", pasted: "Indsat tabel", typed: "Skrevet i hånden" },
    rows: (rows: number) => plural(rows, "række", "rækker"),
    others: (rows: number) => `${plural(rows, "række", "rækker")} fra andre er ikke gemt`,
    by: (name: string, when: string) => `${name}, ${when}`,
    remove: "Fjern",
    removeOf: (name: string) => ` ${name}`,
  },
  list: "Rækker",
  left: (waiting: number, all: number) =>
    waiting === 0 ? `Alle ${all} er gennemgået` : `${waiting} af ${all} tilbage`,
  done: {
    title: "Alle rækker er gennemgået",
    text: "Vælg en række for at se, hvad den blev til, eller for at fortryde.",
  },
  states: { waiting: "Mangler", "set-aside": "Sat til side" },
  noWords: "(uden tekst)",
  row: (at: number, of: number) => `Række ${at} af ${of}`,
  said: {
    summary: "Resumé",
    assessment: "Vurdering",
    verdict: "Medtaget",
    sender: "Afsender",
    dated: "Dato",
    reference: "Id",
  },
  which: "Hvilken bemærkning svarer rækken på?",
  unsure: "Ingen bemærkning ligner klart. Vælg selv.",
  proposed: "Foreslået",
  because: { number: "samme nummer", heading: "samme overskrift", words: "samme ord" },
  others: (count: number) => `Vælg blandt ${plural(count, "anden bemærkning", "andre bemærkninger")}`,
  all: (count: number) => `Vælg blandt ${plural(count, "bemærkning", "bemærkninger")}`,
  note: "Notér og gå videre",
  aside: "Ikke vores bemærkning",
  previous: "Forrige",
  next: "Næste",
  undo: "Fortryd",
  settled: {
    recorded: (by: string, when: string) => `Noteret af ${by} ${when}`,
    "set-aside": (by: string, when: string) =>
      `Sat til side af ${by} ${when}. Rækken handler ikke om jeres bemærkninger.`,
  },
  justDone: { recorded: "Rækken er noteret.", "set-aside": "Rækken er sat til side." },
  keys: "Taster: 1, 2 og 3 vælger udfald, piletasterne skifter række, Enter noterer, Z fortryder.",
};
