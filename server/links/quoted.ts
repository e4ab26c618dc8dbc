import type { Block, ResponseDocument, Table } from "../../app/document-model/document";
import { type ClauseId, isId } from "../../db/ids";
import { carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";

type Part = ResponseDocument["blocks"][number];

/**
 * The text with its quotes said to be of the clauses that theirs are now. Of what is gone, waits, or became several, none
 * could be named without a guess: that quote stays one of the earlier edition. [A7]
 */
export function quotedNow(blocks: readonly Part[], carried: Carried): Part[] {
  return blocks.map((block) => (block.type === "block" ? quoteNow(block, carried) : inCells(block, carried)));
}

function inCells(table: Table, carried: Carried): Table {
  const rows = table.rows.map((row) =>
    row.map((cell) => ({ ...cell, blocks: cell.blocks.map((block) => quoteNow(block, carried)) })),
  );
  return { ...table, rows };
}

function quoteNow(block: Block, carried: Carried): Block {
  if (block.of === undefined || !isId<ClauseId>(block.of)) return block;
  const [now, ...others] = carriedOn([{ clauseId: block.of }], carried);
  return now && others.length === 0 && now.clauseId !== block.of ? { ...block, of: now.clauseId } : block;
}
