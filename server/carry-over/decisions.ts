import { setIfUndefined } from "lib0/map";
import { isTarget } from "../../app/document-model/proposal";
import type { CarryOverId, ClauseId } from "../../db/ids";
import type { AlignedRow, Change, Clause, DecidedRow } from "./shapes";
import { leadInOf, type Node, toNodes } from "./tree";

/** Decisions as a desk reads them, and what a new one is called. Pure. */
export type DecisionInForce = {
  id: CarryOverId;
  from: ClauseId;
  to: ClauseId | null;
  change: Change;
  isCertain: boolean;
  by: string | null;
  at: Date;
};

/** Which clause a correction has made of another. */
export type Joined = ReadonlyMap<ClauseId, ClauseId>;

export function ledTo(joined: Joined, id: ClauseId): ClauseId {
  const into = joined.get(id);
  return into === undefined ? id : ledTo(joined, into);
}

type Shown = { clauses: readonly { id: ClauseId }[] };

/** What was decided of each old clause that is shown, in the new version's reading order. */
export function decidedRows(
  decisions: readonly DecisionInForce[],
  { before, after }: { before: Shown; after: Shown & { joined: Joined } },
): Map<ClauseId, DecidedRow> {
  const shown = new Set(before.clauses.map(({ id }) => id));
  const place = new Map(after.clauses.map(({ id }, at) => [id, at]));
  const rows = new Map<ClauseId, DecidedRow>();
  for (const { from, to, change, isCertain, by, at } of decisions) {
    if (!shown.has(from)) continue;
    const row = setIfUndefined(rows, from, (): DecidedRow => ({ to: [], change, isCertain, by, at }));
    const led = to && ledTo(after.joined, to);
    if (led && !row.to.includes(led)) row.to.push(led);
  }
  for (const { to } of rows.values()) to.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
  return rows;
}

export type Decided = { from: ClauseId; to: readonly ClauseId[]; isMet: boolean };
type Ground = {
  before: readonly Clause[];
  after: readonly Clause[];
  /** What other clauses lead to. */
  taken: ReadonlySet<ClauseId>;
  proposed: AlignedRow | undefined;
};

/** What a person's decision makes of the clause: who spoke of it looks again unless its words are the same. [C19] */
export function changeOf({ from, to, isMet }: Decided, { before, after, taken, proposed }: Ground): Change {
  const [only, ...others] = to;
  if (!only) return isMet ? "met" : "dropped";
  if (others.length > 0) return "split";
  if (taken.has(only)) return "merged";
  const old = toNodes(before).find(({ id }) => id === from);
  const other = toNodes(after).find(({ id }) => id === only);
  if (!old || !other || !saysTheSame(old, other)) return "reworded";
  return proposed?.change === "moved" && proposed.to.includes(only) ? "moved" : "unchanged";
}

/** Its own words, those of the texts that stand below it, and the line that it continues. */
function saysTheSame(old: Node, other: Node): boolean {
  const isBelowTheSame = !isTarget(old) || old.wordsBelow === other.wordsBelow;
  return old.words === other.words && isBelowTheSame && leadInOf(old) === leadInOf(other);
}
