import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Link, Target } from "../../document-model/document";
import { links as words } from "../../words/editor";

const HEADING_LENGTH = 26;

/** A target's short name, as chips show it: "3.2", "Mål 2", "Hele kilden". */
export function labelOf(target: Target, clauses: ReadonlyMap<string, ClauseRow>): string {
  if (target.kind === "source") return words.whole;
  const clause = clauses.get(target.id);
  return clause ? labelOfClause(clause) : words.unknown;
}

export function labelOfClause(clause: ClauseRow): string {
  if (clause.kind === "goal" && !/mål/i.test(clause.number))
    return clause.number ? words.goal(clause.number) : shorten(clause);
  return clause.number || shorten(clause);
}

function shorten({ heading, text }: ClauseRow): string {
  const title = (heading || text).trim();
  return title.length <= HEADING_LENGTH ? title : `${title.slice(0, HEADING_LENGTH - 1).trimEnd()}…`;
}

export function isSameTarget(one: Target, other: Target): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** The targets of a paragraph, each once, with the centers that made the link. */
export function byTarget(links: readonly Link[]): { target: Target; centers: string[] }[] {
  const found: { target: Target; centers: string[] }[] = [];
  for (const { kind, id, center } of links) {
    const known = found.find(({ target }) => isSameTarget(target, { kind, id }));
    if (known) known.centers.push(center);
    else found.push({ target: { kind, id }, centers: [center] });
  }
  return found;
}
