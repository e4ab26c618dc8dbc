import type { Unreadable } from "../../../server/agreements/read/paper";
import type { Read } from "../../../server/agreements/read/proposal";
import { readSource } from "../../../server/agreements/read/source";
import type { PaperShape } from "../../fixtures/papers/paper";
import { type Comparison, compareRows } from "./compare";
import { expectedRows, readRows } from "./expected";

export type Outcome =
  | { refused: Unreadable }
  | (Comparison & { kind: { wanted: string; read: string }; notes: { found: number; wanted: number } });

/** A file is read as the import reads it: nobody has said what kind of paper it is. */
export async function readFileAs(bytes: Uint8Array, fileName: string): Promise<Read | { refused: Unreadable }> {
  let last = 0;
  return readSource(bytes, { fileName, newId: () => String(++last) });
}

export async function outcomeOf(paper: PaperShape, bytes: Uint8Array, fileName: string): Promise<Outcome> {
  const read = await readFileAs(bytes, fileName);
  if ("refused" in read) return read;
  const { rows, notes } = readRows(read.proposal.nodes, paper);
  return {
    ...compareRows(expectedRows(paper), rows),
    kind: { wanted: paper.kind, read: read.kind },
    notes: { found: notes, wanted: paper.notes.length },
  };
}
