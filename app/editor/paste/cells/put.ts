import type { Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import type { LeftOut } from "../../../document-model/incoming/shapes";
import { tableOfCaret } from "../../schema/tables/limits";
import { fillCells } from "./fill";
import { type GridCell, gridOf, holdsCells, oneCell, tableOf, tableTexts, withoutCells } from "./grid";

/** Puts what holds cells, or is meant for selected ones, in the selection's place; null when it is neither. */
export function putCells(tr: Transaction, slice: Slice): LeftOut[] | null {
  const areSelected = tr.selection instanceof CellSelection;
  const isInTable = tableOfCaret(tr) !== null;
  const grid = gridOf(slice);
  if (grid && isInTable) return lost(fillCells(tr, grid));
  if (grid && grid.cells.length > 1) {
    const table = tableOf(slice);
    if (table) tr.replaceSelectionWith(table, false);
    return [];
  }
  if (!grid && !areSelected && !(isInTable && holdsCells(slice))) return null;
  const plain = withoutCells(slice);
  if (areSelected) fillCells(tr, oneCell(plain));
  else tr.replaceSelection(plain);
  return grid ? [] : tableTexts(slice).map((text) => ({ kind: "nested-table", text }));
}

/** The words of cells that no table has room for. */
function lost(cells: readonly GridCell[]): LeftOut[] {
  const texts = cells.map(({ blocks }) => blocks.map(({ textContent }) => textContent).join(" "));
  const text = texts.filter((each) => each !== "").join("\t");
  return text === "" ? [] : [{ kind: "wide-table", text }];
}
