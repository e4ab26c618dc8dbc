import { setIfUndefined } from "lib0/map";
import { isTarget } from "../../app/document-model/proposal";
import type { ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { Alignment, ChangeKind, ComparedRow, ComparisonPage, DecidedRow } from "./shapes";

/** Two versions side by side: what was decided, and where nothing was, what is proposed. Pure. */
type Ground = {
  before: readonly ClauseRow[];
  after: readonly ClauseRow[];
  alignment: Alignment;
  decided: ReadonlyMap<ClauseId, DecidedRow>;
};
/** Clauses that lead to each other. */
type Group = Pick<ComparedRow, "from" | "to">;
type Step = Pick<DecidedRow, "to" | "change"> & { isDecided: boolean };
type Steps = ReadonlyMap<ClauseId, Step>;

/** In the new version's reading order, each group at its first clause there; what is gone stands after what it stood after. */
export function comparedRows(ground: Ground): ComparedRow[] {
  const { before, after } = ground;
  const steps = stepsOf(ground);
  const groups = groupsOf(before, after, steps);
  const isSettled = before.every((clause) => !isTarget(clause) || steps.get(clause.id)?.isDecided);
  const gone = goneAfter(before, groups, steps);
  const here = new Set(after.flatMap(({ id }) => groups.get(id) ?? []));
  const inOrder = [...(gone.get(null) ?? []), ...[...here].flatMap((group) => [group, ...(gone.get(group) ?? [])])];
  return inOrder.map((group) => ({ ...group, ...saidOf(group, steps, isSettled) }));
}

export function countChanges(rows: readonly ComparedRow[]): ComparisonPage["counts"] {
  const counts = { unchanged: 0, moved: 0, reworded: 0, split: 0, merged: 0, dropped: 0, met: 0, new: 0 };
  for (const { change } of rows) counts[change] += 1;
  return counts;
}

function stepsOf({ before, alignment, decided }: Ground): Steps {
  const proposed = new Map(alignment.rows.map((row) => [row.from, row]));
  return new Map(
    before.map(({ id }): [ClauseId, Step] => {
      const decision = decided.get(id);
      const { to, change } = decision ?? proposed.get(id) ?? { to: [], change: "dropped" };
      return [id, { to, change, isDecided: decision !== undefined }];
    }),
  );
}

function groupsOf(before: readonly ClauseRow[], after: readonly ClauseRow[], steps: Steps): Map<ClauseId, Group> {
  const place = new Map(after.map(({ id }, at) => [id, at]));
  const groups = new Map<ClauseId, Group>(after.map((clause) => [clause.id, { from: [], to: [clause] }]));
  for (const clause of before) {
    const reached = new Set((steps.get(clause.id)?.to ?? []).flatMap((id) => groups.get(id) ?? []));
    const from = [...[...reached].flatMap((group) => group.from), clause];
    const to = [...reached].flatMap((group) => group.to);
    to.sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
    const group = { from, to };
    for (const { id } of [...from, ...to]) groups.set(id, group);
  }
  return groups;
}

/** What has moved away is no neighbour: what was gone from beside it stays where it was. */
function goneAfter(before: readonly ClauseRow[], groups: ReadonlyMap<ClauseId, Group>, steps: Steps) {
  const gone = new Map<Group | null, Group[]>();
  let neighbour: Group | null = null;
  for (const { id } of before) {
    const group = groups.get(id);
    if (!group) continue;
    if (group.to.length === 0) setIfUndefined(gone, neighbour, (): Group[] => []).push(group);
    else if (steps.get(id)?.change !== "moved") neighbour = group;
  }
  return gone;
}

function saidOf({ from, to }: Group, steps: Steps, isSettled: boolean): Pick<ComparedRow, "change" | "isDecided"> {
  const said = from.flatMap(({ id }) => steps.get(id) ?? []);
  const [first] = said;
  if (!first) return { change: "new", isDecided: isSettled };
  return { change: kindOf(from.length, to.length, first.change), isDecided: said.every(({ isDecided }) => isDecided) };
}

function kindOf(from: number, to: number, change: ChangeKind): ChangeKind {
  if (to === 0) return change === "met" ? "met" : "dropped";
  if (from > 1) return "merged";
  if (to > 1) return "split";
  // Decided when there were more of them: the others have been taken back, or joined, since.
  return change === "split" || change === "merged" ? "reworded" : change;
}
