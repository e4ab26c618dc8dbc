import type { FlatNode } from "~/document-model/proposal";

/** A row of the tree beside the paper. */
export type OriginalClause = Pick<FlatNode, "id" | "number" | "heading" | "text" | "page">;

/** What the paper is shown for. */
export type OriginalOf = {
  version: { id: string; fileName: string; sha256: string };
  /** The tree's rows in reading order. */
  clauses: readonly OriginalClause[];
  /** The row whose words are to be marked in the paper; moved along with the tree. */
  chosen: string | undefined;
};

/** Asked for by hand: each one is another, though the page be the same. */
export type Jump = { page: number };
