/** What a sender's table says of one remark, whatever it calls its columns. */
export type SenderRow = {
  dated: string;
  reference: string;
  subject: string;
  sender: string;
  speaksAs: string;
  summary: string;
  assessment: string;
  /** "Medtaget", "Nej": where that has a column of its own. */
  verdict: string;
};
type Column = keyof SenderRow;

export type Unusable = "no-table" | "no-columns" | "no-rows" | "too-many-rows" | "cell-too-long";

const MOST_ROWS = 2000;
const LONGEST_CELL = 20_000;
/** Above the names of its columns a sheet may have a title, a date and some lines about itself. */
const HEAD_WITHIN = 12;

/** By what Danish authorities call them; the first that fits. A name may say what another's begins with, so in this order. */
const NAMES: readonly (readonly [Column, RegExp])[] = [
  ["speaksAs", /udtaler sig|^(rolle|kategori|type)\b|aktørtype|hvem repræsenter/],
  [
    "verdict",
    /medtag|imødekom|^(udfald|status|resultat|konsekvens|indarbejdet)|ændring(er)? i (aftalen|udkastet|teksten)/,
  ],
  [
    "assessment",
    /vurdering|begrundelse|stillingtagen|håndtering|behandling|svar (på|til)|(regionens|sekretariatets|forvaltningens|administrationens) (svar|bemærkning|kommentar)|^(svar|reaktion)$/,
  ],
  [
    "reference",
    /(svars?|bemærknings?|indsigelses?|hørings?)[ -]?(id|nr|nummer)|^(id|nr|nummer|løbenr|løbenummer|journalnr|lb nr)$/,
  ],
  ["dated", /^dato|modtaget den|^modtaget$/],
  ["sender", /afsender|høringspart|indsender|organisation|^(part|kommune|navn|fra|hvem|aktør)$/],
  [
    "summary",
    /resum|bemærkning|kommentar|synspunkt|forslag|indsigelse|høringssvar|høringsinput|^(indhold|tekst|input)/,
  ],
  ["subject", /^(emne|tema|afsnit|punkt|pkt|bestemmelse|kapitel|mål|side|overskrift|sted|§)|henvisning/],
];

/** What the tables say, row by row; what has no column that is known is passed over. Pure, whatever it is handed. [Q10] */
export function rowsIn(tables: readonly (readonly (readonly string[])[])[]): SenderRow[] | Unusable {
  if (tables.every((table) => table.length === 0)) return "no-table";
  const rows: SenderRow[] = [];
  let columns: Columns | null = null;
  for (const table of tables) {
    const head = headOf(table);
    // A table that goes on over a page has no names of its own.
    if (head) columns = head.columns;
    else if (!columns || columns.width !== widthOf(table)) continue;
    for (const cells of table.slice(head ? head.at + 1 : 0)) addRow(rows, cells, columns);
    if (rows.length > MOST_ROWS) return "too-many-rows";
  }
  if (!columns) return "no-columns";
  if (rows.some((row) => Object.values(row).some((cell) => cell.length > LONGEST_CELL))) return "cell-too-long";
  return rows.length > 0 ? rows : "no-rows";
}

type Columns = { names: (Column | null)[]; width: number };

/** The row that names its columns: what was said, and what was made of it. */
function headOf(table: readonly (readonly string[])[]): { at: number; columns: Columns } | null {
  for (const [at, cells] of table.slice(0, HEAD_WITHIN).entries()) {
    const names = cells.map(columnOf);
    const isHead = names.includes("summary") && (names.includes("assessment") || names.includes("verdict"));
    if (isHead) return { at, columns: { names, width: cells.length } };
  }
  return null;
}

/** A name is short; a remark that begins with "Forslag" is none. */
const LONGEST_NAME = 80;

function columnOf(cell: string): Column | null {
  const name = cell
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}§]+/gu, " ")
    .trim();
  if (name === "" || name.length > LONGEST_NAME) return null;
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function widthOf(table: readonly (readonly string[])[]): number {
  return Math.max(0, ...table.map(({ length }) => length));
}

function addRow(rows: SenderRow[], cells: readonly string[], { names }: Columns): void {
  if (isHeadAgain(cells, names)) return;
  const row = emptyRow();
  for (const [at, column] of names.entries()) {
    const text = cells[at]?.trim() ?? "";
    if (column && text !== "") row[column] = row[column] === "" ? text : `${row[column]}\n${text}`;
  }
  if (row.summary === "" && row.assessment === "" && row.verdict === "") return;
  const above = rows.at(-1);
  // Who says it stands once, above all that they say.
  if (above && row.sender === "" && row.reference === "") {
    const { sender, reference, speaksAs } = above;
    Object.assign(row, { sender, reference, speaksAs: row.speaksAs || speaksAs, dated: row.dated || above.dated });
  }
  rows.push(row);
}

/** Word repeats the names on every page; some programs as rows. */
function isHeadAgain(cells: readonly string[], names: Columns["names"]): boolean {
  return names.every((column, at) => column === null || columnOf(cells[at] ?? "") === column);
}

export function emptyRow(): SenderRow {
  const nothing = { dated: "", reference: "", subject: "", sender: "" };
  return { ...nothing, speaksAs: "", summary: "", assessment: "", verdict: "" };
}

/** Whether a row may be ours: it names us, or nobody. "Ishøj Kommune, Center for Social" names Ishøj. [Q10] */
export function mayBeOurs({ sender }: SenderRow, municipality: string): boolean {
  const name = plain(municipality)
    .replace(/\bkommunes?\b/g, " ")
    .trim();
  const said = plain(sender);
  return said === "" || (name !== "" && ` ${said}`.includes(` ${name}`));
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
