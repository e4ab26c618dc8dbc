import { setIfUndefined } from "lib0/map";
import { type CenterCount, progressPerCenter } from "~/components/progress-per-center";
import { GOAL_STATUSES, type GoalStatus, isAboutGoals } from "~/document-model/goals";
import { clauseMark, shortened } from "~/words/clause-names";
import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { CenterInHearing, Deadline } from "../../../server/consultations/shapes";
import type { CoverageCell, CoveragePage, CoverageState, GoalNow, Undecided } from "../../../server/links/shapes";

/** Coverage as the page is sent it: 400 clauses × 12 centers in some 60 kB, each row's cells as one string. */
export type Board = {
  at: string;
  centers: BoardCenter[];
  rows: BoardRow[];
  /** Every deadline once; cells point at them. */
  deadlines: Deadline[];
  counts: Record<CoverageState, number>;
  /** How many cells were given out. */
  total: number;
  holes: number;
  whole: { center: number; count: number; blockId: string }[];
  dropped: CoveragePage["dropped"];
  undecided: Undecided[];
  /** What centers do next with goals, and by when, by `goalKey`; none in a hearing. */
  goals: Record<string, GoalNow>;
};

export function goalKey({ clauseId, centerId }: { clauseId: string; centerId: string }): string {
  return `${clauseId}|${centerId}`;
}

export type BoardCenter = Pick<CenterInHearing, "id" | "name" | "shortName" | "municipality"> & {
  isMine: boolean;
  /** The viewer may answer for it. */
  mayAnswer: boolean;
  /** Of what it was given; null when it was given nothing. */
  progress: Pick<CenterCount, "settled" | "total" | "deadline"> | null;
};

/** A clause with its cells, or a section that only heads the rows below it. */
export type BoardRow = {
  id: ClauseId;
  /** What it is called in a word: its number, else the beginning of its text. */
  mark: string;
  number: string;
  title: string;
  depth: number;
  isHead: boolean;
  cells: string;
  /** A goal of an assessment: what is said of it is how far one is. [M2] */
  isGoal?: true;
};

export type Cell = {
  state: CoverageState;
  deadline: Deadline | null;
  isLate: boolean;
  cameLate: boolean;
  isPressing: boolean;
  isHole: boolean;
  /** Linked paragraphs, and the first of them. */
  count: number;
  blockId: string | null;
  goal: GoalStatus | null;
};

const LETTERS: Record<CoverageState, string> = {
  answered: "a",
  "no-remarks": "n",
  "not-relevant": "r",
  "in-work": "w",
  "look-again": "l",
  "not-looked-at": "o",
};
const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state as CoverageState]));
const TITLE_LENGTH = 140;

/** In reading order. Plain text that nobody was given or wrote about is left out, and so are sections left empty. */
export function boardOf(page: CoveragePage): Board {
  const deadlines = new Map<string, { index: number; deadline: Deadline }>();
  const cells = packed(page, (deadline) => {
    return setIfUndefined(deadlines, deadline.day, () => ({ index: deadlines.size, deadline })).index;
  });
  const rows = page.clauses.flatMap((clause) => rowOf(clause, cells.get(clause.id), isAboutGoals(page.kind)));
  const column = new Map(page.centers.map(({ id }, index) => [id, index]));
  return {
    at: page.at,
    centers: centersOf(page),
    rows: rows.filter((row, index) => !row.isHead || (rows[index + 1]?.depth ?? -1) > row.depth),
    deadlines: [...deadlines.values()].map(({ deadline }) => deadline),
    counts: page.counts,
    total: Object.values(page.counts).reduce((sum, count) => sum + count, 0),
    holes: page.holes,
    whole: page.wholeSource.flatMap(({ centerId, blockIds: [blockId, ...more] }) =>
      blockId ? [{ center: column.get(centerId) ?? -1, count: more.length + 1, blockId }] : [],
    ),
    dropped: page.dropped,
    undecided: page.undecided,
    goals: Object.fromEntries(page.cells.flatMap((cell) => (cell.goal ? [[goalKey(cell), cell.goal]] : []))),
  };
}

function centersOf({ centers, cells, mine, answersFor }: CoveragePage): BoardCenter[] {
  const progress = new Map(progressPerCenter(centers, cells).map((row) => [row.center.id, row]));
  return centers.map(({ id, name, shortName, municipality }) => {
    const { settled, total, deadline } = progress.get(id) ?? {};
    const own = settled === undefined || total === undefined ? null : { settled, total, deadline: deadline ?? null };
    const may = { isMine: mine.includes(id), mayAnswer: answersFor.includes(id) };
    return { id, name, shortName, municipality, ...may, progress: own };
  });
}

function packed({ cells, centers }: CoveragePage, deadlineAt: (deadline: Deadline) => number): Map<ClauseId, string> {
  const column = new Map(centers.map(({ id }, index) => [id, index]));
  const found = new Map<ClauseId, string[]>();
  for (const cell of cells) {
    const codes = setIfUndefined(found, cell.clauseId, () => centers.map(() => ""));
    codes[column.get(cell.centerId) ?? 0] = codeOf(cell, deadlineAt);
  }
  return new Map([...found].map(([id, codes]) => [id, codes.join(" ")]));
}

/** "o41" is: not looked at, a hole, by the second deadline; "a80": answered, and late. What is linked follows: "a00*2*V1StGXR8_Z5j"; and how far one is: "a00!3". */
function codeOf(cell: CoverageCell, deadlineAt: (deadline: Deadline) => number): string {
  // One digit: what came late is answered, and the others are of what is not.
  const flags = cell.cameLate ? 8 : Number(cell.isLate) + 2 * Number(cell.isPressing) + 4 * Number(cell.isHole);
  const deadline = cell.deadline ? deadlineAt(cell.deadline) : "";
  const linked = cell.blockIds[0] ? `*${cell.blockIds.length}*${cell.blockIds[0]}` : "";
  return `${LETTERS[cell.state]}${flags}${deadline}${linked}${goalCode(cell.goal?.status ?? null)}`;
}

function goalCode(status: GoalStatus | null): string {
  return status === null ? "" : `!${GOAL_STATUSES.indexOf(status) + 1}`;
}

function rowOf(clause: ClauseRow, cells: string | undefined, isAssessment: boolean): BoardRow[] {
  if (cells === undefined && clause.kind === "text") return [];
  const { id, number, depth, heading, text } = clause;
  const title = heading || shortened(text, TITLE_LENGTH);
  const isHead = cells === undefined && clause.kind === "section";
  const goal = isAssessment && clause.kind === "goal" ? { isGoal: true as const } : {};
  return [{ id, mark: clauseMark(clause), number, title, depth, isHead, cells: cells ?? "", ...goal }];
}

const unpacked = new WeakMap<BoardRow, { deadlines: readonly Deadline[]; cells: (Cell | null)[] }>();

/** A row's cells in the order of the centers; null where nobody was given or has said anything. */
export function cellsOf(row: BoardRow, { deadlines }: Pick<Board, "deadlines">): readonly (Cell | null)[] {
  const known = unpacked.get(row);
  if (known?.deadlines === deadlines) return known.cells;
  const cells = row.cells === "" ? [] : row.cells.split(" ").map((code) => cellOf(code, deadlines));
  unpacked.set(row, { deadlines, cells });
  return cells;
}

function cellOf(code: string, deadlines: readonly Deadline[]): Cell | null {
  const [said = "", step] = code.split("!");
  const [head = "", count, blockId] = said.split("*");
  const goal = GOAL_STATUSES[Number(step ?? 0) - 1] ?? null;
  const state = STATES.get(head.charAt(0));
  if (!state) return null;
  const flags = Number(head.charAt(1));
  const deadline = head.length > 2 ? (deadlines[Number(head.slice(2))] ?? null) : null;
  return { state, deadline, ...marksIn(flags), count: Number(count ?? 0), blockId: blockId ?? null, goal };
}

export type CellMarks = Pick<Cell, "isLate" | "isPressing" | "isHole" | "cameLate">;

function marksIn(flags: number): CellMarks {
  return {
    isLate: (flags & 1) !== 0,
    isPressing: (flags & 2) !== 0,
    isHole: (flags & 4) !== 0,
    cameLate: (flags & 8) !== 0,
  };
}

/** There are ten digits a cell may have. */
const MARKS = Array.from({ length: 10 }, (_, flags) => marksIn(flags));

/** What a row's cells are counted by, in the order of the centers: to be counted thousands need not be read whole. */
export function marksOf(row: BoardRow): readonly (CellMarks | null)[] {
  return row.cells === "" ? [] : row.cells.split(" ").map((code) => MARKS[code.charCodeAt(1) - ZERO] ?? null);
}

const ZERO = "0".charCodeAt(0);

/** The row as it will be when the answer has arrived: seen at once. */
export function withState(
  row: BoardRow,
  center: number,
  state: CoverageState,
  goal: GoalStatus | null = null,
): BoardRow {
  const codes = row.cells.split(" ");
  const [code] = (codes[center] ?? "").split("!");
  if (!code) return row;
  codes[center] = `${LETTERS[state]}${isSettled(state) ? 0 : code.charAt(1)}${code.slice(2)}${goalCode(goal)}`;
  return { ...row, cells: codes.join(" ") };
}

function isSettled(state: CoverageState): boolean {
  return state === "no-remarks" || state === "not-relevant" || state === "answered";
}

/** What is searched for a word. */
export function textsOf(clauses: readonly ClauseRow[]): Record<string, string> {
  return Object.fromEntries(clauses.map(({ id, text }) => [id, text]));
}

/** The fresh board, with everything that is as it was being the same value: only what has changed is drawn anew. */
export function merged(before: Board, fresh: Board): Board {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const rows = fresh.rows.map((row) => sameOr(known.get(row.id), row));
  return {
    ...fresh,
    rows: rows.length === before.rows.length && rows.every((row, at) => row === before.rows[at]) ? before.rows : rows,
    centers: sameOr(before.centers, fresh.centers),
    deadlines: sameOr(before.deadlines, fresh.deadlines),
  };
}

function sameOr<Value>(before: Value | undefined, fresh: Value): Value {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
}
