import { expect, test } from "vitest";
import type { Correction } from "../../../app/document-model/correction/shapes";
import { isTarget } from "../../../app/document-model/proposal";
import { agreement, anyCorrection, random, shape } from "../../../tests/world/outline";
import { draftsOf } from "../clause-rows";
import {
  amendedRows,
  type Before,
  closedTo,
  differenceOf,
  isLiving,
  rowsBefore,
  type StoredClause,
  treeOf,
  undoneBy,
} from "./rows";

let last = 0;
const newId = () => `new-${++last}`;

/** Two sections: a with a1 (and a1x under it), a2, a3; b with b1. */
function accepted(): StoredClause[] {
  return draftsOf(agreement()).map((draft) => ({ ...draft, joinedIntoId: null }));
}

type Step = { rows: StoredClause[]; before: Before; closed: string[] };

function amend(rows: readonly StoredClause[], correction: Correction): Step {
  const amended = amendedRows(rows, correction, newId);
  if ("refused" in amended) throw new Error(`refused: ${amended.refused}`);
  return stepTo(rows, amended);
}

function stepTo(rows: readonly StoredClause[], amended: Exclude<ReturnType<typeof amendedRows>, { refused: string }>) {
  const changed = differenceOf(rows, amended.rows).changed.map(({ before }) => before);
  return { rows: amended.rows, before: { changed, made: amended.made }, closed: closedTo(rows, amended) };
}

const outline = (rows: readonly StoredClause[]) => shape(treeOf(rows).nodes);
const inOrder = (rows: readonly StoredClause[]) => rows.filter(isLiving).toSorted((a, b) => a.position - b.position);
const rowOf = (rows: readonly StoredClause[], id: string) => rows.find((row) => row.id === id);

test("[S18] a joined clause keeps its row, means the other, and is in the tree no more", () => {
  const { rows } = amend(accepted(), { op: "join", nodeId: "a3" });
  expect(outline(rows)).toBe("a(a1(a1x) a2) b(b1)");
  expect(rowOf(rows, "a3")).toMatchObject({ joinedIntoId: "a2", text: "Svaret gives skriftligt." });
});

test("[S18] what means a clause that is then joined itself means the one it is joined to, in one step", () => {
  const first = amend(accepted(), { op: "join", nodeId: "a3" });
  const free = amend(first.rows, { op: "promote", nodeId: "a1x" });
  const second = amend(free.rows, { op: "join", nodeId: "a1x" });
  const third = amend(second.rows, { op: "join", nodeId: "a2" });
  expect(outline(third.rows)).toBe("a(a1) b(b1)");
  expect(["a1x", "a2", "a3"].map((id) => rowOf(third.rows, id)?.joinedIntoId)).toEqual(["a1", "a1", "a1"]);
  expect(rowOf(rowsBefore(third.rows, third.before), "a3")?.joinedIntoId).toBe("a2");
});

test("[S18] a split makes one clause with an id of its own, and touches no word of the others", () => {
  const { rows, before } = amend(accepted(), { op: "split", nodeId: "a1", at: 26 });
  expect(before.made).toEqual([{ id: expect.stringMatching(/^new-/), from: "a1" }]);
  expect(inOrder(rows).map(({ text }) => text)).toContain("Det sker straks.");
  expect(before.changed.filter((patch) => "text" in patch).map(({ id }) => id)).toEqual(["a1"]);
});

test("[S20] taken back, a split leaves a clause that means what it was split from", () => {
  const { rows, before } = amend(accepted(), { op: "split", nodeId: "a1", at: 26 });
  const back = rowsBefore(rows, before);
  expect(inOrder(back)).toEqual(accepted());
  expect(rowOf(back, before.made[0]?.id ?? "")?.joinedIntoId).toBe("a1");
});

test("[S21] what is left out keeps its row; a link typed in that second means what stood above", () => {
  const { rows } = amend(accepted(), { op: "retype", nodeId: "a2", kind: "ignored" });
  expect(rowOf(rows, "a2")?.joinedIntoId).toBe("a1x");
  const first = amend(accepted(), { op: "retype", nodeId: "a", kind: "ignored" });
  expect(rowOf(first.rows, "a")?.joinedIntoId).toBe("a1");
  expect(outline(first.rows)).toBe("a1(a1x) a2 a3 b(b1)");
});

test("[S22] a clause is closed to use by being a text, a heading, left out, or joined to such; by nothing else", () => {
  const closedBy = (correction: Correction, rows = accepted()) => amend(rows, correction).closed;
  expect(closedBy({ op: "retype", nodeId: "a2", kind: "text" })).toEqual(["a2"]);
  expect(closedBy({ op: "retype", nodeId: "a2", kind: "section" })).toEqual(["a2"]);
  expect(closedBy({ op: "retype", nodeId: "a2", kind: "ignored" })).toEqual(["a2"]);
  expect(closedBy({ op: "retype", nodeId: "a2", kind: "goal" })).toEqual([]);
  expect(closedBy({ op: "retype", nodeId: "a", kind: "clause" })).toEqual([]);
  expect(closedBy({ op: "join", nodeId: "a3" })).toEqual([]);
  const text = amend(accepted(), { op: "retype", nodeId: "a2", kind: "text" }).rows;
  expect(closedBy({ op: "join", nodeId: "a3" }, text)).toEqual(["a3"]);
  const joined = amend(accepted(), { op: "join", nodeId: "a3" }).rows;
  expect(closedBy({ op: "retype", nodeId: "a2", kind: "text" }, joined)).toEqual(["a2", "a3"]);
});

test("a version keeps something to comment on", () => {
  const rows = amend(accepted(), { op: "retype", nodeId: "a", kind: "text", withChildren: true }).rows;
  expect(amendedRows(rows, { op: "retype", nodeId: "b1", kind: "text" }, newId)).toEqual({
    refused: "nothing-to-comment-on",
  });
});

test("an undo takes back the last correction in force, and the next undo the one before", () => {
  const log = [false, false, true, true, false, true].map((isUndo, index) => ({ minor: index + 1, isUndo }));
  expect([...undoneBy(log)]).toEqual([
    [3, 2],
    [4, 1],
    [6, 5],
  ]);
});

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

test.each(SEEDS)("[S18] [S20] [S21] seed %i: every clause lives or means a living one, and undo leads back", (seed) => {
  const next = random(seed);
  const used = new Set(["a1", "a2", "b1"]);
  let rows = accepted();
  const done: { rows: StoredClause[]; before: Before }[] = [];
  for (let count = 0; count < 40; count += 1) {
    const amended = amendedRows(rows, anyCorrection(treeOf(rows), next), newId);
    if ("refused" in amended) continue;
    const step = stepTo(rows, amended);
    if (step.closed.some((id) => used.has(id))) continue;
    done.push({ rows, before: step.before });
    expectSound(rows, step.rows, used);
    rows = step.rows;
    const linked = inOrder(rows).filter(isTarget)[Math.floor(next() * 10)];
    if (linked) used.add(linked.id);
  }
  for (const { rows: were, before } of done.reverse()) {
    const back = rowsBefore(rows, before);
    expect(inOrder(back)).toEqual(inOrder(were));
    for (const row of were) expect(rowOf(back, row.id)).toMatchObject({ joinedIntoId: row.joinedIntoId });
    expectSound(rows, back, new Set());
    rows = back;
  }
});

function expectSound(before: readonly StoredClause[], after: readonly StoredClause[], used: ReadonlySet<string>) {
  const known = new Map(after.map((row) => [row.id, row]));
  expect(known.size).toBe(after.length);
  for (const { id } of before) expect(known.has(id)).toBe(true);
  expect(inOrder(after).map(({ position }) => position)).toEqual(inOrder(after).map((_, index) => index));
  for (const row of after) {
    const meant = row.joinedIntoId === null ? row : known.get(row.joinedIntoId);
    expect(meant?.joinedIntoId).toBeNull();
  }
  for (const id of used) {
    const row = known.get(id);
    const meant = row?.joinedIntoId ? known.get(row.joinedIntoId) : row;
    expect(meant && isTarget(meant)).toBe(true);
  }
}
