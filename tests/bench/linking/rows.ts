import type { ClauseRow } from "../../../server/agreements/shapes";
import { PAPERS } from "../../fixtures/papers";
import { HELD_OUT } from "../../fixtures/papers/held-out";
import { expectedRows } from "../import/expected";

export type Plain = { depth: number; kind: string; number: string; heading: string; text: string };

/** Rows as the editor gets them: each under the last one that stands further out. */
export function clauseRows(rows: readonly Plain[]): ClauseRow[] {
  const open: { depth: number; id: string }[] = [];
  return rows.map((row, at) => {
    while ((open.at(-1)?.depth ?? -1) >= row.depth) open.pop();
    const parentId = open.at(-1)?.id ?? null;
    const id = String(at);
    open.push({ depth: row.depth, id });
    return { ...row, id, parentId, path: "" } as unknown as ClauseRow;
  });
}

export function paperRows(name: string): ClauseRow[] {
  const paper = [...PAPERS, ...HELD_OUT].find((one) => one.name === name);
  if (!paper) throw new Error(`Expected a fixture paper named ${name}; there is none.`);
  return clauseRows(expectedRows(paper));
}
