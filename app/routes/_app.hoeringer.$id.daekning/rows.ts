import type { ClauseRow } from "../../../server/agreements/shapes";
import type { CenterRow } from "../../../server/consultations/shapes";
import type { CoverageCell, CoveragePage } from "../../../server/links/shapes";

/** A cell that somebody was given or has answered, and what it stands for. */
export type FilledProps = { cell: CoverageCell; clause: ClauseRow; center: CenterRow; responseId: string | null };

/** A row of the matrix: a clause with its cells by center, or a section that only heads the rows below it. */
export type MatrixRow = { clause: ClauseRow; isHead: boolean; cells: ReadonlyMap<string, CoverageCell> };

/** In reading order. Plain text that nobody was given or wrote about is left out, and so are sections left empty. */
export function rowsOf({ clauses, cells }: Pick<CoveragePage, "clauses" | "cells">, isOnlyHoles: boolean): MatrixRow[] {
  const byClause = new Map<string, Map<string, CoverageCell>>();
  for (const cell of cells) {
    const own = byClause.get(cell.clauseId) ?? new Map<string, CoverageCell>();
    byClause.set(cell.clauseId, own.set(cell.centerId, cell));
  }
  const rows = clauses.flatMap((clause) => {
    const own = byClause.get(clause.id) ?? new Map<string, CoverageCell>();
    if (own.size === 0 && clause.kind === "text") return [];
    return [{ clause, isHead: own.size === 0 && clause.kind === "section", cells: own }];
  });
  const shown = isOnlyHoles ? rows.filter((row) => row.isHead || [...row.cells.values()].some(isHole)) : rows;
  return shown.filter((row, index) => !row.isHead || headsSomething(row, shown[index + 1]));
}

function isHole({ isAssigned, state }: CoverageCell): boolean {
  return isAssigned && state === "not-looked-at";
}

function headsSomething(head: MatrixRow, next: MatrixRow | undefined): boolean {
  return next !== undefined && next.clause.depth > head.clause.depth;
}
