import type { EarlierClause } from "../../../server/responses/shapes";
import type { Target } from "../../document-model/document";

/** What a link is in the version that the hearing is on. */
export type Standing = "current" | "changed" | "dropped" | "undecided" | "unknown";

/** What is known of the source: this version by id, and what the versions before have become. */
export type Known = {
  whole: Target;
  clauses: { has(id: string): boolean };
  earlier: ReadonlyMap<string, EarlierClause>;
};

export type Reach = { standing: Standing; targets: readonly Target[]; was: EarlierClause | null };

/**
 * What a link leads to: itself, or what its clause of an earlier version has become, several where that was split. Links
 * stay as they were written; this is asked whenever one is shown. What leads nowhere (yet) leads to itself. [C14]
 */
export function reachOf({ kind, id }: Target, { whole, clauses, earlier }: Known): Reach {
  if (kind === "source") return { standing: "current", targets: [whole], was: null };
  const here: readonly Target[] = [{ kind, id }];
  if (clauses.has(id)) return { standing: "current", targets: here, was: null };
  const was = earlier.get(id);
  if (!was) return { standing: "unknown", targets: here, was: null };
  const { successor } = was;
  if (successor.state !== "carried") return { standing: successor.state, targets: here, was };
  const targets = successor.to.map((to): Target => ({ kind: "clause", id: to }));
  return { standing: successor.isChanged ? "changed" : "current", targets, was };
}
