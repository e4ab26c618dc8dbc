import { expect, test } from "vitest";
import { type CenterId, type ClauseId, newId, type SourceVersionId } from "../../db/ids";
import type { Carried, Change } from "../carry-over/shapes";
import { successorsOf } from "../carry-over/successors";
import { groundNow, undecidedIn } from "./carried";

/** Random histories of three versions, read by the fast rules and by a slow, obvious walk along every decision. */
type Decision = { from: ClauseId; toVersionId: SourceVersionId; to: ClauseId | null; change: Change };
type Place = { clauseId: ClauseId; centerId: CenterId };

function dice(seed: number) {
  let state = seed;
  const roll = (sides: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
  return { roll, one: <T>(of: readonly T[]): T => of[roll(of.length)] as T };
}

function historyOf({ roll, one }: ReturnType<typeof dice>) {
  const versions = [0, 1, 2].map(() => newId<SourceVersionId>());
  const tree = versions.map(() => Array.from({ length: 4 }, () => newId<ClauseId>()));
  const decisions = [0, 1].flatMap((at) =>
    tree[at]!.flatMap((from): Decision[] => {
      const toVersionId = versions[at + 1]!;
      const decided = (to: ClauseId | null, change: Change) => ({ from, toVersionId, to, change });
      const next = tree[at + 1]!;
      if (roll(6) === 0) return [];
      if (roll(6) === 0) return [decided(null, "dropped")];
      if (roll(4) === 0) return [...new Set([one(next), one(next)])].map((to) => decided(to, "split"));
      return [decided(one(next), one(["unchanged", "moved", "reworded", "merged"] as const))];
    }),
  );
  const versionOf = new Map(tree.flatMap((ids, at) => ids.map((id) => [id, versions[at]!] as const)));
  const centers = [newId<CenterId>(), newId<CenterId>()];
  const some = (): Place[] => Array.from({ length: 6 }, () => ({ clauseId: one(tree.flat()), centerId: one(centers) }));
  return { versions, tree, decisions, versionOf, some };
}

type History = ReturnType<typeof historyOf>;

/** Every way from a clause to the last version: where it ends, and whether its words changed on it. "?" waits. */
function waysFrom(
  id: ClauseId,
  { versions, versionOf, decisions }: History,
): { end: ClauseId | "?"; changed: boolean }[] {
  if (versionOf.get(id) === versions.at(-1)) return [{ end: id, changed: false }];
  const steps = decisions.filter(({ from }) => from === id);
  if (steps.length === 0) return [{ end: "?", changed: false }];
  return steps.flatMap(({ to, change }) => {
    const isChange = change !== "unchanged" && change !== "moved";
    const ways = to ? waysFrom(to, { versions, versionOf, decisions } as History) : [];
    return ways.map((way) => ({ ...way, changed: way.changed || isChange }));
  });
}

/** Where it leads: nowhere when any way waits, and changed when any way is. */
function leads(place: Place, history: History) {
  const ways = waysFrom(place.clauseId, history);
  if (ways.some(({ end }) => end === "?")) return { waits: true, ends: [], changed: false };
  const ends = [...new Set(ways.map(({ end }) => end as ClauseId))];
  return { waits: false, ends, changed: ways.some(({ changed }) => changed) };
}

function slowAgain(said: readonly Place[], looks: readonly Place[], history: History): Set<string> {
  const age = ({ clauseId }: Place) => history.versions.indexOf(history.versionOf.get(clauseId)!);
  const again = said.flatMap((one) => {
    const { ends, changed } = leads(one, history);
    const isSettled = (end: ClauseId) =>
      [...said, ...looks].some((other) => {
        const there = leads(other, history);
        const isSame = other.centerId === one.centerId && there.ends.includes(end) && !there.changed;
        return isSame && age(other) > age(one);
      });
    return changed ? ends.filter((end) => !isSettled(end)).map((end) => `${end}|${one.centerId}`) : [];
  });
  return new Set(again);
}

test("[C14] [C15] [C17] what is to be looked at again, and what waits, is what a walk along every decision finds", () => {
  let found = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const history = historyOf(dice(seed));
    const { versions, decisions, versionOf, some } = history;
    const versionId = versions.at(-1)!;
    const clauses = [...versionOf].map(([id, of]) => ({ id, versionId: of, joinedIntoId: null }));
    const successorOf = successorsOf({ lineage: versions, clauses, decisions });
    const carried: Carried = { versionId, lineage: new Set(versions), versionOf, successorOf };
    const [answers, linked, looks] = [some(), some(), some()];
    const written = {
      assigned: [],
      answers: answers.map((place) => ({ ...place, answer: "no-remarks" as const })),
      goals: [],
      isAssessment: false,
      linked: linked.map((place, at) => ({ ...place, blockId: `block${at}`, isEmpty: false })),
      looks,
      missed: [],
    };
    const again = new Set(groundNow(written, carried).again.map((cell) => `${cell.clauseId}|${cell.centerId}`));
    const said = [...answers, ...linked];
    expect(again, `seed ${seed}`).toEqual(slowAgain(said, looks, history));
    const waiting = said.filter((place) => leads(place, history).waits).map(({ clauseId }) => clauseId);
    expect(new Set(undecidedIn(written, carried).keys()), `seed ${seed}`).toEqual(new Set(waiting));
    found += again.size;
  }
  expect(found).toBeGreaterThan(400);
});
