import { type Board, type BoardRow, type Cell, type CellMarks, cellsOf, marksOf } from "./board";
import type { GridPlace } from "./use-grid";

/** What is asked to be seen. All of it together: my center's holes in chapter 3 that are pressing and say "udskrivning". */
export type View = { mine: boolean; late: boolean; overdue: boolean; holes: boolean; section: string; word: string };
export type Mark = "mine" | "late" | "overdue" | "holes";

export const MARKS: readonly Mark[] = ["mine", "late", "overdue", "holes"];
export const FIELDS = { marks: "vis", section: "kapitel", word: "ord" } as const;
/** `?vis=mine&vis=huller&kapitel=…&ord=udskrivning` */
export const IN_ADDRESS: Record<Mark, string> = { mine: "mine", late: "haster", overdue: "forsinket", holes: "huller" };
export const EVERYTHING: View = { mine: false, late: false, overdue: false, holes: false, section: "", word: "" };

export function viewIn(search: URLSearchParams): View {
  const asked = search.getAll(FIELDS.marks);
  const has = (mark: Mark) => asked.includes(IN_ADDRESS[mark]);
  const marks = { mine: has("mine"), late: has("late"), overdue: has("overdue"), holes: has("holes") };
  return { ...marks, section: search.get(FIELDS.section) ?? "", word: search.get(FIELDS.word) ?? "" };
}

/** The address of a view, with nothing that says what goes without saying. */
export function searchOf(view: View): string {
  const search = new URLSearchParams();
  for (const mark of MARKS) if (view[mark]) search.append(FIELDS.marks, IN_ADDRESS[mark]);
  if (view.section) search.set(FIELDS.section, view.section);
  if (view.word.trim()) search.set(FIELDS.word, view.word.trim());
  return search.size > 0 ? `?${search}` : "";
}

export function isEverything(view: View): boolean {
  return searchOf(view) === "";
}

/** Whether clauses are looked for, and not only whose they are. */
export function isNarrowed(view: View): boolean {
  return !isEverything({ ...view, mine: false });
}

/** Clauses' texts, by id; what is not here is searched by number and heading alone. */
export type Texts = Readonly<Record<string, string>>;
type Ground = Pick<Board, "rows" | "centers" | "deadlines">;

/** The columns to show. "Mine" is one's own centers; who has none there sees all. */
export function columnsIn({ centers }: Pick<Board, "centers">, { mine }: Pick<View, "mine">): number[] {
  const all = centers.map((_, index) => index);
  const own = all.filter((index) => centers[index]?.isMine);
  return mine && own.length > 0 ? own : all;
}

/** The rows to show, in order, with the sections that head them; `kept` stay whatever has become of them. */
export function rowsIn(
  board: Ground,
  view: View,
  texts: Texts = {},
  kept: ReadonlySet<string> = new Set(),
): BoardRow[] {
  const columns = columnsIn(board, view);
  const isAsked = MARKS.some((mark) => view[mark]);
  const within = withWord(inSection(board.rows, view.section), view.word, texts);
  const shown = within.filter(
    (row) =>
      row.isHead ||
      kept.has(row.id) ||
      !isAsked ||
      cellsShown(board, row, columns).some((cell) => isAskedFor(cell, view)),
  );
  return shown.filter((row, index) => !row.isHead || (shown[index + 1]?.depth ?? -1) > row.depth);
}

function cellsShown(board: Ground, row: BoardRow, columns: readonly number[]): Cell[] {
  const cells = cellsOf(row, board);
  return columns.flatMap((column) => cells[column] ?? []);
}

/** Whether a cell is one of those that the view asks for, and not only beside one. */
export function isAskedFor(
  cell: CellMarks,
  { late, overdue, holes }: Pick<View, "late" | "overdue" | "holes">,
): boolean {
  const isOverdue = cell.isLate || cell.cameLate;
  return (!late || cell.isPressing) && (!overdue || isOverdue) && (!holes || cell.isHole);
}

/** A clause with all that stands under it; an unknown one is no section, and all is shown. */
function inSection(rows: readonly BoardRow[], section: string): readonly BoardRow[] {
  const from = section === "" ? -1 : rows.findIndex((row) => row.id === section);
  const head = rows[from];
  if (!head) return rows;
  const next = rows.findIndex((row, index) => index > from && row.depth <= head.depth);
  return rows.slice(from, next < 0 ? undefined : next);
}

/** Clauses that have all the words, or stand under a heading that has. */
function withWord(rows: readonly BoardRow[], word: string, texts: Texts): readonly BoardRow[] {
  const wanted = folded(word).split(" ").filter(Boolean);
  if (wanted.length === 0) return rows;
  let under: number | null = null;
  return rows.filter((row) => {
    if (under !== null && row.depth <= under) under = null;
    const own = folded(`${row.number} ${row.title} ${texts[row.id] ?? ""}`);
    const has = wanted.every((one) => own.includes(one));
    if (has && row.isHead && under === null) under = row.depth;
    return has || row.isHead || under !== null;
  });
}

function folded(text: string): string {
  return text.toLocaleLowerCase("da").replace(/\s+/g, " ").trim();
}

/** How many cells one would see with that mark as well as the rest of the view; and how many one sees. */
export function countsIn(board: Ground, view: View, texts: Texts = {}): Record<Mark | "shown", number> {
  const within = withWord(inSection(board.rows, view.section), view.word, texts);
  const own = new Set(columnsIn(board, { mine: true }));
  const late = { ...view, late: true };
  const overdue = { ...view, overdue: true };
  const holes = { ...view, holes: true };
  const counts = { mine: 0, late: 0, overdue: 0, holes: 0, shown: 0 };
  // Each cell is looked at once: what shows it, or would.
  for (const row of within)
    for (const [column, cell] of marksOf(row).entries()) {
      if (!cell) continue;
      const isOwn = own.has(column);
      if (isOwn && isAskedFor(cell, view)) counts.mine += 1;
      if (view.mine && !isOwn) continue;
      if (isAskedFor(cell, view)) counts.shown += 1;
      if (isAskedFor(cell, late)) counts.late += 1;
      if (isAskedFor(cell, overdue)) counts.overdue += 1;
      if (isAskedFor(cell, holes)) counts.holes += 1;
    }
  return counts;
}

/** The cell that an address without a script names: "12.3", by row and column of what is shown. */
export function askedCell(search: URLSearchParams, board: Ground, rows: readonly BoardRow[]): GridPlace | null {
  const [row, column] = (search.get("celle") ?? "").split(".").map(Number);
  const asked = row === undefined || column === undefined ? undefined : rows[row];
  return asked && column !== undefined && cellsOf(asked, board)[column] ? { row: asked.id, column } : null;
}

/** What may be chosen as a section: every row that others stand under. */
export function sectionsIn(rows: readonly BoardRow[]): BoardRow[] {
  return rows.filter((row, index) => (rows[index + 1]?.depth ?? -1) > row.depth);
}
