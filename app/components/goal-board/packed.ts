import { GOAL_STATUSES } from "~/document-model/goals";
import { goalBoard as words } from "~/words/goal-pages";
import type { BoardCell, GoalBoard, MunicipalityCell, Trend } from "../../../server/goals/shapes";

/** What the columns are: each center, or each municipality as one. [M19] [M20] */
export type Per = "center" | "municipality";

type BoardColumn = { id: string; name: string; shortName: string; municipality: string };

/**
 * The board as it travels: each goal's cells as one string, in the order of the columns, each day and each note once, and
 * texts only of goals without a heading.
 */
export type SentBoard = Pick<GoalBoard, "version" | "before" | "goals"> & {
  per: Per;
  columns: BoardColumn[];
  isJoint: boolean;
  cells: string[];
  days: string[];
  notes: string[];
};
export type SentCell = Pick<BoardCell, "status" | "trend" | "isOwner" | "day"> & { note: string };

type Placed = Pick<BoardCell, "clauseId" | "status" | "trend" | "isOwner" | "day"> & { column: string; note: string };

const TRENDS: readonly (Trend | null)[] = [null, "forward", "same", "back"];

/** "310 520": the third status with the first trend, said on the first day, by who does not answer for the goal; ".1" the second note. */
export function packed(board: GoalBoard, asked: Per = "center"): SentBoard {
  const { version, before, goals, perMunicipality } = board;
  const isJoint = perMunicipality.length > 0;
  const per = isJoint ? asked : "center";
  const columns = per === "center" ? board.centers : municipalitiesOf(board);
  const cells =
    per === "center" ? board.cells.map(ofCenter) : perMunicipality.map((cell) => ofMunicipality(cell, board));
  const days = [...new Set(cells.map(({ day }) => day))];
  const notes = [...new Set(cells.flatMap(({ note }) => note || []))];
  const at = new Map(cells.map((cell) => [`${cell.clauseId}|${cell.column}`, cell]));
  const codeOf = (cell: Placed | undefined) =>
    cell
      ? `${GOAL_STATUSES.indexOf(cell.status) + 1}${TRENDS.indexOf(cell.trend)}${Number(cell.isOwner)}${days.indexOf(cell.day)}${cell.note && `.${notes.indexOf(cell.note)}`}`
      : "";
  return {
    version,
    before,
    per,
    columns,
    isJoint,
    goals: goals.map(({ text, ...goal }) => ({ ...goal, text: goal.heading ? "" : text })),
    cells: goals.map((goal) => columns.map(({ id }) => codeOf(at.get(`${goal.id}|${id}`))).join(" ")),
    days,
    notes,
  };
}

function ofCenter(cell: BoardCell): Placed {
  return { ...cell, column: cell.centerId, note: "" };
}

/** Says whose status it is that counts. */
function ofMunicipality({ municipality, behind, of, ...cell }: MunicipalityCell, { centers }: GoalBoard): Placed {
  const names = centers.filter(({ id }) => behind.includes(id)).map(({ shortName }) => shortName);
  return { ...cell, column: municipality, note: words.furthestBehind(names, of) };
}

function municipalitiesOf({ centers }: GoalBoard): BoardColumn[] {
  const names = [...new Set(centers.map(({ municipality }) => municipality))];
  return names.map((name) => ({ id: name, name, shortName: name, municipality: name }));
}

/** A goal's cells in the order of the columns; null where nobody there has said anything. */
export function cellsOf({ cells, columns, days, notes }: SentBoard, goal: number): (SentCell | null)[] {
  const codes = (cells[goal] ?? "").split(" ");
  return columns.map((_, column) => cellOf(codes[column] ?? "", days, notes));
}

function cellOf(code: string, days: readonly string[], notes: readonly string[]): SentCell | null {
  const [status, trend, isOwner] = [...code];
  const said = GOAL_STATUSES[Number(status) - 1];
  const [at = "", note] = code.slice(3).split(".");
  const day = days[Number(at)];
  if (!said || day === undefined) return null;
  const told = note === undefined ? "" : (notes[Number(note)] ?? "");
  return { status: said, trend: TRENDS[Number(trend)] ?? null, isOwner: isOwner === "1", day, note: told };
}
