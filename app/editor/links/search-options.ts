import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Target } from "../../document-model/document";
import { linkSearch as words } from "../../words/linking";
import { links as linkWords } from "../../words/text-tools";
import { type Preference, searchClauses } from "./search";

export type Option = { target: Target; clause: ClauseRow | null };
/** What stands together in the list; without a name when something was searched for. */
export type OptionGroup = { name: string | null; options: readonly Option[] };

type Asked = { clauses: readonly ClauseRow[]; query: string; preference: Preference; whole: Target };

/**
 * What the search shows. Before anything is typed: what was used lately, one's own, the rest. The source as a whole is
 * always there: first when it is asked for, else last. [L5]
 */
export function optionGroups({ clauses, query, preference, whole }: Asked): OptionGroup[] {
  const asked = query.trim().toLowerCase();
  const wholeSource: Option = { clause: null, target: whole };
  const found = searchClauses(clauses, query, preference).map(optionOf);
  if (asked === "") return named(found, wholeSource, preference);
  const isWhole = linkWords.whole.toLowerCase().startsWith(asked);
  return [{ name: null, options: isWhole ? [wholeSource, ...found] : [...found, wholeSource] }];
}

function named(found: readonly Option[], whole: Option, { recent, mine }: Preference): OptionGroup[] {
  const groups: Record<"recent" | "mine" | "rest", Option[]> = { recent: [], mine: [], rest: [] };
  for (const option of found) {
    const { id } = option.target;
    if (recent.includes(id)) groups.recent.push(option);
    else groups[mine.has(id) ? "mine" : "rest"].push(option);
  }
  // "The whole source" has no place in the source's order: it is used again as what was used.
  if (recent.includes(whole.target.id)) groups.recent.splice(recent.indexOf(whole.target.id), 0, whole);
  else groups.rest.push(whole);
  return (["recent", "mine", "rest"] as const)
    .map((name) => ({ name: words[name], options: groups[name] }))
    .filter(({ options }) => options.length > 0);
}

function optionOf(clause: ClauseRow): Option {
  return { clause, target: { kind: "clause", id: clause.id } };
}
