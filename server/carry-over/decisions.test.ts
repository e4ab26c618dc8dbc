import { expect, test } from "vitest";
import type { CarryOverId, ClauseId } from "../../db/ids";
import { clausesIn } from "../../tests/world/clauses";
import { changeOf, type DecisionInForce, decidedRows, ledTo } from "./decisions";
import { align } from "./rules";

const before = clausesIn(
  "old",
  `
section||Udskrivning|
  clause|1||Der varsles tre dage før.
  clause|2||Der aftales en plan.
  clause|3||Kommunen skal:
    clause|a||holde møder hver måned
clause|4||Taksten er kendt.
  text|||Den fastsættes hvert år.`,
);
const after = clausesIn(
  "new",
  `
section||Udskrivning|
  clause|1||Der varsles fem dage før.
  clause|3||Regionen skal:
    clause|a||holde møder hver måned
clause|2||Der aftales en plan
clause|4||Taksten er kendt.
  text|||Den fastsættes hvert andet år.`,
);
const aligned = align(before, after);
const old = (name: string) => `old ${name}` as ClauseId;
const fresh = (name: string) => `new ${name}` as ClauseId;

test.each([
  ["nothing", "1", [], "dropped"],
  ["several", "1", ["1", "2"], "split"],
  ["what another leads to", "1", ["4"], "merged"],
  ["other words", "1", ["1"], "reworded"],
  ["the same words elsewhere", "2", ["2"], "moved"],
  ["the same words below a line that was changed", "3 a", ["3 a"], "reworded"],
  ["the same words above a text that was changed", "4", ["4"], "reworded", []],
] as const)("[C19] what leads to %s is called so", (_, from, to, change, taken: readonly string[] = ["4"]) => {
  const decided = { from: old(from), to: to.map(fresh), isMet: false };
  const proposed = aligned.rows.find((row) => row.from === decided.from);
  expect(changeOf(decided, { before, after, taken: new Set(taken.map(fresh)), proposed })).toBe(change);
});

test("[C19] the same words that stand where they stood are unchanged, whoever says so", () => {
  const decided = { from: old("2"), to: [fresh("2")], isMet: false };
  expect(changeOf(decided, { before, after: before.map(renamed), taken: new Set(), proposed: undefined })).toBe(
    "unchanged",
  );
});

function renamed<Row extends { id: ClauseId }>(row: Row): Row {
  return { ...row, id: row.id.replace("old", "new") as ClauseId };
}

const by = { change: "split", isCertain: false, by: "Tove", at: new Date(0) } as const;
const decision = (from: string, to: string | null): DecisionInForce => ({
  ...by,
  id: `${from} ${to}` as CarryOverId,
  from: old(from),
  to: to === null ? null : fresh(to),
});
const sides = (joined: [string, string][] = []) => ({
  before: { clauses: before },
  after: { clauses: after, joined: new Map(joined.map(([from, into]) => [fresh(from), fresh(into)])) },
});

test("what was decided of a clause is one row, in the new version's order; what is gone leads nowhere", () => {
  const rows = decidedRows([decision("1", "2"), decision("1", "1"), decision("2", null)], sides());
  expect(rows.get(old("1"))?.to).toEqual([fresh("1"), fresh("2")]);
  expect(rows.get(old("2"))?.to).toEqual([]);
  expect(rows.size).toBe(2);
});

test("[S18] what leads to a clause that was joined to another leads to that one, once", () => {
  const rows = decidedRows([decision("1", "9"), decision("1", "1")], sides([["9", "8"], ["8", "1"]])); // biome-ignore format: one line
  expect(rows.get(old("1"))?.to).toEqual([fresh("1")]);
  expect(ledTo(new Map(), fresh("1"))).toBe(fresh("1"));
});

test("[S18] of an old clause that was joined to another nothing is decided any more", () => {
  expect(decidedRows([decision("joined", "1")], sides()).size).toBe(0);
});
