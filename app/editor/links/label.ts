import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Target } from "../../document-model/document";
import { links as words } from "../../words/text-tools";

const HEADING_LENGTH = 26;

/** A target's short name, as chips show it: "3.2", "Mål 2", "Hele kilden". */
export function labelOf(target: Target, { clauses, earlier }: Named): string {
  if (target.kind === "source") return words.whole;
  const clause = clauses.get(target.id) ?? earlier.get(target.id);
  return clause ? labelOfClause(clause) : words.unknown;
}

/** Those of this version, and under their old names those of the versions before. */
export type Named = { clauses: ReadonlyMap<string, Nameable>; earlier: ReadonlyMap<string, Nameable> };
type Nameable = Pick<ClauseRow, "kind" | "number" | "heading" | "text">;

export function labelOfClause(clause: Nameable): string {
  if (clause.kind === "goal" && !/mål/i.test(clause.number))
    return clause.number ? words.goal(clause.number) : shorten(clause);
  return clause.number || shorten(clause);
}

function shorten({ heading, text }: Nameable): string {
  const title = (heading || text).trim();
  return title.length <= HEADING_LENGTH ? title : `${title.slice(0, HEADING_LENGTH - 1).trimEnd()}…`;
}

/** Its name with enough words to know it by: "5.3 Varsling", "5.3 Afdelingen varsler udskrivning…". */
export function nameOf(target: Target, named: Named): string {
  const label = labelOf(target, named);
  const clause = named.clauses.get(target.id) ?? named.earlier.get(target.id);
  if (target.kind === "source" || !clause?.number) return label;
  return `${label} ${shorten(clause)}`.trim();
}

export function isSameTarget(one: Target, other: Target): boolean {
  return one.kind === other.kind && one.id === other.id;
}
