import type { Deadline } from "../../server/consultations/shapes";
import type { CoverageState } from "../../server/links/shapes";
import { counted, plural } from "./numbers";
import { dateAndTime } from "./time";

/** The page on which managers see who has answered what. */
export const coverage = {
  caption: "Bestemmelser og centre",
  clause: "Bestemmelse",
  lead: (holes: number, again: number) => {
    if (holes === 0) return "Der er ingen huller: alle fordelte punkter er set på.";
    const what = again === 0 ? "som ingen har set på" : "som ingen har set på, eller som er ændret og skal ses igen";
    return `${plural(holes, "hul", "huller")}: fordelte punkter, ${what}.`;
  },
  settled: (settled: number, total: number) => `${counted(settled)} af ${counted(total)} afklaret`,
  /** For the narrow head of a column. */
  settledShort: (settled: number, total: number) => `${settled} af ${total}`,
  looked: "Set igen",
  stillSo: "Set igen – det skrevne gælder stadig",
  lookedAgain: (clause: string, center: string) => `${clause}, ${center}: set igen, det skrevne gælder stadig`,
  dropped: {
    title: "Bemærkninger til punkter, der er udgået",
    text: "Punkterne findes ikke i den nye udgave. Knyt afsnittene til andre punkter, eller fjern henvisningerne.",
    answer: "svar uden tekst",
  },
  notAssigned: "Ikke fordelt",
  cell: (state: string, deadline: string | null) => (deadline ? `${state}, ${deadline}` : state),
  openAnswer: (clause: string, center: string, state: string) => `${clause}, ${center}: ${state}. Skift svar`,
  toText: (clause: string, center: string, count: number, said: { goal: string | null; late: string | null }) => {
    const how = [said.goal, `besvaret i ${plural(count, "afsnit", "afsnit")}`, said.late].filter(Boolean).join(", ");
    return `${clause}, ${center}: ${how}. Gå til teksten`;
  },
  answerTitle: (clause: string, center: string) => `${clause} · ${center}`,
  remove: "Fjern svar",
  goToText: "Gå til teksten",
  readClause: "Læs bestemmelsen",
  close: "Luk",
  paragraphs: (count: number) => plural(count, "afsnit", "afsnit"),
  whole: "Hele kilden",
  deadline: (text: string) => `Frist ${text}`,
  /** Of an answer, in as few words as a cell has room for; and at length. */
  cameLate: "efter fristen",
  cameLateOn: (day: string) => `Svaret kom efter fristen, ${day}.`,
  none: {
    title: "Intet at dække endnu",
    text: "Når bestemmelserne er fordelt til centrene, viser denne side, hvem der har svaret på hvad.",
  },
  nothingFound: {
    title: "Ingen punkter passer",
    text: "Der er ingen punkter, som passer til det, du har valgt at se.",
  },
  showAll: "Vis alle",
  answered: (clause: string, center: string, answer: string) => `${clause}, ${center}: ${answer}.`,
  takenBack: (clause: string, center: string) => `${clause}, ${center}: svaret er taget tilbage.`,
  undo: "Fortryd",
  hasText: (clause: string, center: string) =>
    `${center} har skrevet til ${clause}, og teksten er svaret. Fjern henvisningen i teksten, hvis den ikke gælder.`,
  notYours: "Dette svar kan du ikke give: det er et andet centers, eller teksten er sendt til godkendelse.",
  print: "Udskriv",
  csv: "Hent til Excel",
  printed: (what: string) => `Vist: ${what}`,
  wholeOf: (center: string, count: number) =>
    `Hele kilden, ${center}: ${plural(count, "afsnit", "afsnit")}. Gå til teksten`,
  sheet: (userKey: string, title: string, at: string) => `${userKey} · ${title} · ${at}`,
  asOf: (at: string) => `Opgjort ${dateAndTime(new Date(at))}`,
};

export const coverageFilter = {
  title: "Hvad vises",
  marks: { mine: "Mine", late: "Haster", overdue: "Forsinket", holes: "Huller" },
  means: {
    mine: "det, dit center har fået",
    late: "mangler, og fristen er overskredet eller højst tre dage væk",
    overdue: "mangler efter fristen, eller svaret kom efter den",
    holes: "fordelt, men ikke set på",
  },
  section: "Kapitel",
  allSections: "Alle kapitler",
  word: "Ord i bestemmelsen",
  show: "Vis",
  showAll: "Vis alt",
  shown: (cells: number, rows: number) => `${plural(cells, "felt", "felter")} i ${plural(rows, "punkt", "punkter")}`,
};

/** The signs in words, and the letters that a printed page has in their place. */
export const coverageLegend = {
  title: "Tegnene",
  more: "Tegn og taster",
  letters: {
    answered: "B",
    "no-remarks": "N",
    "not-relevant": "R",
    "in-work": "I",
    "look-again": "S",
    "not-looked-at": "M",
  } satisfies Record<CoverageState, string>,
  means: {
    answered: "centeret har skrevet tekst til bestemmelsen",
    "no-remarks": "centeret har set på den og har intet at bemærke",
    "not-relevant": "bestemmelsen angår ikke centeret",
    "in-work": "centeret er i gang, men har ikke svaret",
    "look-again": "ordlyden er ændret, siden centeret svarede",
    "not-looked-at": "fordelt til centeret, men ingen har set på den: mangler",
  } satisfies Record<CoverageState, string>,
  late: "over fristen",
  cameLate: "svaret kom efter fristen",
  keysTitle: "Taster i tabellen",
  keys: [
    ["← ↑ → ↓", "gå fra felt til felt; Home og End: yderst i rækken, med Ctrl i hele tabellen"],
    ["Enter", "åbn feltet: svar, eller gå til teksten"],
    ["I", "ingen bemærkninger"],
    ["1–6", "i en vurdering: sæt status på målet"],
    ["Ctrl+Z", "fortryd det seneste svar"],
  ] satisfies readonly (readonly [string, string])[],
};

export const coverageCsv = {
  fileName: (userKey: string, day: string) => `Dækning ${userKey} ${day}.csv`,
  columns: (isJoint: boolean) => [
    "Nummer",
    "Bestemmelse",
    ...(isJoint ? ["Kommune"] : []),
    "Center",
    "Status",
    "Grundlag",
    "Bemærkninger",
    "Intern frist",
    "Forsinket",
  ],
  /** A spreadsheet would make a date of "3.2". */
  number: (number: string) => (/^\d+([.\-/]\d+)+\.?$/.test(number) ? `pkt. ${number}` : number),
  reasons: {
    text: "tekst i svaret",
    emptyText: "henvisning uden færdig tekst",
    answer: "centerets svar",
    goal: (status: string) => `status: ${status}`,
    changed: "ordlyden er ændret siden svaret",
    none: "",
  },
  late: { open: "mangler efter fristen", came: "kom efter fristen" },
};

/** What is owed, in as few words as a cell has room for: "om 3 dage", "i dag", "overskredet i går". */
export function dueIn({ daysLeft }: Deadline): string {
  if (daysLeft < -1) return `${-daysLeft} dage over fristen`;
  if (daysLeft === -1) return "overskredet i går";
  if (daysLeft === 0) return "i dag";
  return daysLeft === 1 ? "i morgen" : `om ${daysLeft} dage`;
}
