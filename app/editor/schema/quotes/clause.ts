/** What the clause of a quote is now; `words` as they would be quoted. */
export type QuotedClause =
  | { state: "present"; id: string; label: string; words: string }
  | { state: "gone" | "undecided" | "split"; label: string };

/** Null for a clause that nobody here knows. */
export type ClauseOf = (id: string) => QuotedClause | null;
