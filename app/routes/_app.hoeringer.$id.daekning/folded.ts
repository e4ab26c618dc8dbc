import type { ClauseId } from "../../../db/ids";
import { type Board, type BoardRow, goalKey } from "./board";
import type { GridPlace } from "./use-grid";

/**
 * A board as it travels: its rows as one text, in which nothing is said twice. 400 clauses × 12 centers are some 80 kB, and
 * a cell a dozen letters at most. What centers do next with goals stays where it is until a cell is opened. [Q25]
 */
export type FoldedBoard = Omit<Board, "rows" | "goals"> & { rows: string; goals: Board["goals"] };

const LINES = 4;
const KINDS = ["clause", "goal", "head"] as const;

/** `opened`: the cell that a page without a script has its answers of; what is said of its goal comes along. */
export function folded(board: Board, opened: GridPlace | null = null): FoldedBoard {
  const key = opened && goalKey({ clauseId: opened.row, centerId: board.centers[opened.column]?.id ?? "" });
  const goal = key && board.goals[key];
  return { ...board, rows: board.rows.flatMap(linesOf).join("\n"), goals: goal ? { [key]: goal } : {} };
}

/** "id depth kind cells", the number, what it is called where that is not its number, and the title. */
function linesOf({ id, mark, number, title, depth, isHead, isGoal, cells }: BoardRow): string[] {
  const kind = KINDS.indexOf(isHead ? "head" : isGoal ? "goal" : "clause");
  return [`${id} ${depth} ${kind} ${cells}`, ...[number, mark === number ? "" : mark, title].map(inOneLine)];
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

export function unfolded({ rows, ...board }: FoldedBoard): Board {
  const lines = rows === "" ? [] : rows.split("\n");
  return {
    ...board,
    rows: Array.from({ length: lines.length / LINES }, (_, index) => rowIn(lines.slice(index * LINES))),
  };
}

function rowIn([head = "", number = "", mark = "", title = ""]: readonly string[]): BoardRow {
  const [id = "", depth, kind, ...cells] = head.split(" ");
  const is = KINDS[Number(kind)];
  const goal = is === "goal" ? { isGoal: true as const } : {};
  return {
    id: id as ClauseId, // As `linesOf` has written it.
    mark: mark || number,
    number,
    title,
    depth: Number(depth),
    isHead: is === "head",
    cells: cells.join(" "),
    ...goal,
  };
}
