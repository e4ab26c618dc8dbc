import { expect, test } from "vitest";
import { knownSets } from "./cases";
import { judge, sharesOf } from "./judge";

const judged = (await knownSets()).map((set) => judge(set));

test("[L9] of the clauses offered for remarks whose clauses are known nine in ten are right, also where nothing was tuned", () => {
  for (const isHeldOut of [false, true]) {
    const { precision, coverage } = sharesOf(judged.filter((one) => one.isHeldOut === isHeldOut));
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(coverage).toBeGreaterThanOrEqual(0.6);
  }
});

test("[L9] a remark about nothing that the paper says is left in peace", async () => {
  const general = (await knownSets()).map((set) => ({
    ...set,
    cases: set.cases.filter(({ about }) => about.size === 0),
  }));
  expect(general.map((set) => judge(set).wrong)).toEqual(general.map(() => 0));
});
