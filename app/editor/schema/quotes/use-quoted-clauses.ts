import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import type { Target } from "../../../document-model/document";
import { wordsOfClause } from "../../../document-model/quotes";
import { labelOf, type Named } from "../../links/label";
import { reachOf } from "../../links/reach";
import type { Source } from "../../links/use-source";
import type { QuotedClause } from "./clause";
import { tellClauses } from "./extension";

/** Keeps the quotes in the text told of what their clauses are now. */
export function useQuotedClauses(editor: Editor, source: Source): void {
  useEffect(() => {
    if (!editor.isDestroyed) tellClauses(editor, (id) => quotedClause(id, source));
  }, [editor, source]);
}

function quotedClause(id: string, source: Pick<Source, "clauses" | "earlier" | "whole">): QuotedClause | null {
  const target = { kind: "clause", id } as const;
  const { standing, targets } = reachOf(target, source);
  if (standing === "unknown") return null;
  const [first, ...more] = targets;
  const label = calledBy(first ?? target, source);
  if (standing === "dropped") return { state: "gone", label };
  if (standing === "undecided") return { state: "undecided", label };
  if (more.length > 0) return { state: "split", label: calledBy(target, source) };
  const clause = source.clauses.get(first?.id ?? id);
  return clause ? { state: "present", id: clause.id, label, words: wordsOfClause(clause) } : null;
}

/** "3.2 Udskrivning": its number and heading; its own words stand in the quote already. */
function calledBy(target: Target, named: Named): string {
  const label = labelOf(target, named);
  const heading = (named.clauses.get(target.id) ?? named.earlier.get(target.id))?.heading ?? "";
  return heading === "" || label.includes(heading.slice(0, 20)) ? label : `${label} ${heading}`;
}
