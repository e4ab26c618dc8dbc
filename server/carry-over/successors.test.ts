import { expect, test } from "vitest";
import { type ClauseId, newId, type SourceVersionId } from "../../db/ids";
import type { Change } from "./shapes";
import { type History, successorsOf } from "./successors";

const [FIRST, SECOND, THIRD] = [newId<SourceVersionId>(), newId<SourceVersionId>(), newId<SourceVersionId>()];
const ids = new Map<string, ClauseId>();

function id(name: string): ClauseId {
  const known = ids.get(name) ?? newId<ClauseId>();
  ids.set(name, known);
  return known;
}

function nameOf(clause: ClauseId): string {
  return [...ids].find(([, known]) => known === clause)?.[0] ?? "?";
}

/** "a1" is clause a of the first version; "a1>b2 reworded" a decision; "b2=c2" a join. */
function told(lineage: SourceVersionId[], names: string, decisions: string, joins = ""): Record<string, string> {
  const versionOf = (name: string) => [FIRST, SECOND, THIRD][Number(name.at(-1)) - 1] ?? FIRST;
  const joined = new Map(joins.split(" ").map((join) => join.split("=") as [string, string]));
  const history: History = {
    lineage,
    clauses: names.split(" ").map((name) => {
      const into = joined.get(name);
      return { id: id(name), versionId: versionOf(name), joinedIntoId: into ? id(into) : null };
    }),
    decisions: decisions.split(", ").flatMap((decision) => {
      const [way = "", change] = decision.split(" ");
      const [from = "", to = ""] = way.split(">");
      if (!change) return [];
      const toVersionId = [SECOND, THIRD][Number(from.at(-1)) - 1] ?? SECOND;
      return [{ from: id(from), to: to === "-" ? null : id(to), toVersionId, change: change as Change }];
    }),
  };
  return Object.fromEntries(
    [...successorsOf(history)].map(([from, successor]) => {
      if (successor.state !== "carried") return [nameOf(from), successor.state];
      return [nameOf(from), `${successor.to.map(nameOf).join("+")}${successor.isChanged ? " changed" : ""}`];
    }),
  );
}

test("[C14] what is decided is followed, what is not waits, and what is of the version itself is not asked about", () => {
  const decisions = "a1>a2 unchanged, b1>b2 reworded, c1>b2 merged, d1>c2 split, d1>d2 split, e1>- dropped";
  expect(told([FIRST, SECOND], "a1 b1 c1 d1 e1 f1 a2 b2 c2 d2", decisions)).toEqual({
    a1: "a2",
    b1: "b2 changed",
    c1: "b2 changed",
    d1: "c2+d2 changed",
    e1: "dropped",
    f1: "undecided",
  });
});

test("[C14] over several versions one step that waits makes the clause wait, and one change is a change", () => {
  const decisions = "a1>a2 reworded, a2>a3 moved, b1>b2 moved, c1>c2 split, c1>d2 split, c2>- dropped, d2>d3 unchanged";
  expect(told([FIRST, SECOND, THIRD], "a1 b1 c1 a2 b2 c2 d2 a3 d3", decisions)).toEqual({
    a1: "a3 changed",
    a2: "a3",
    b1: "undecided",
    b2: "undecided",
    c1: "d3 changed",
    c2: "dropped",
    d2: "d3",
  });
});

test("[C14] [S18] what a correction has joined to another means the other, in an old version and in the newest", () => {
  const joins = "b1=a1 c2=a2";
  expect(told([FIRST, SECOND], "a1 b1 a2 c2", "a1>c2 unchanged", joins)).toEqual({ a1: "a2", b1: "a2", c2: "a2" });
  expect(told([FIRST], "a1 b1", "", "b1=a1")).toEqual({ b1: "a1" });
});

test("[C14] the version's own clauses are not asked about, known or not", () => {
  expect(told([FIRST, SECOND], "a1", "a1>a2 reworded")).toEqual({ a1: "a2 changed" });
});
