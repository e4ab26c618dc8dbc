import { byMunicipality } from "~/components/by-municipality";
import { csvText } from "~/csv";
import { coverage, coverageCsv as words } from "~/words/coverage";
import { goalStatuses } from "~/words/goals";
import { coverageStates } from "~/words/names";
import type { Deadline } from "../../../server/consultations/shapes";
import { type Board, type BoardRow, type Cell, cellsOf } from "./board";
import { columnsIn, isAskedFor, isEverything, rowsIn, type Texts, type View } from "./filter";

/** One line per clause and center of what the view shows; of several municipalities whose center it is, too. [C9] [J20] */
export function csvOf(board: Board, view: View, texts: Texts): string {
  const columns = columnsIn(board, view);
  const nameOf = namesIn(board);
  const clauses = rowsIn(board, view, texts).filter((row) => !row.isHead);
  const lines = clauses.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = cellsOf(row, board)[column];
      if (cell ? !isAskedFor(cell, view) : !isEverything(view)) return [];
      return [lineOf(row, nameOf(column), cell ?? null)];
    }),
  );
  const whole = isEverything(view) ? board.whole.map((one) => wholeLine(one, nameOf(one.center))) : [];
  return csvText([words.columns(isJoint(board)), ...whole, ...lines]);
}

function isJoint({ centers }: Board): boolean {
  return byMunicipality(centers, ({ municipality }) => municipality).isJoint;
}

/** The columns that name a center: the municipality before it, where there are several. */
function namesIn(board: Board): (column: number) => string[] {
  const withTown = isJoint(board);
  return (column) => {
    const { name = "", municipality = "" } = board.centers[column] ?? {};
    return withTown ? [municipality, name] : [name];
  };
}

function lineOf({ number, title }: BoardRow, center: readonly string[], cell: Cell | null): string[] {
  const named = [words.number(number), title, ...center];
  if (!cell) return [...named, coverage.notAssigned, "", "0", "", ""];
  const { state, count, deadline } = cell;
  return [...named, coverageStates[state], reasonOf(cell), String(count), dayOf(deadline), latenessOf(cell)];
}

function wholeLine({ count }: Board["whole"][number], center: readonly string[]): string[] {
  return ["", coverage.whole, ...center, coverageStates.answered, words.reasons.text, String(count), "", ""];
}

/** What the state rests on. */
function reasonOf({ state, count, goal }: Cell): string {
  if (state === "look-again") return words.reasons.changed;
  if (goal) return words.reasons.goal(goalStatuses[goal]);
  if (state === "answered") return words.reasons.text;
  if (state === "not-looked-at") return words.reasons.none;
  return count > 0 ? words.reasons.emptyText : words.reasons.answer;
}

function latenessOf({ isLate, cameLate }: Cell): string {
  if (cameLate) return words.late.came;
  return isLate ? words.late.open : "";
}

/** "12-03-2026": a day to a Danish spreadsheet. */
function dayOf(deadline: Deadline | null): string {
  return deadline ? deadline.day.split("-").reverse().join("-") : "";
}
