import { expect, test } from "vitest";
import type { CenterId } from "../../../db/ids";
import type { CenterRow } from "../../../server/consultations/shapes";
import type { Mention } from "./earlier";
import type { Standing } from "./reach";
import { clausesToLookAt, mayLook, secondLookKey, waitsForLook } from "./second-look";

const center = (id: string): CenterRow => ({ id: id as CenterId, name: id, shortName: id, kind: "center" });

function mention(standing: Standing, ...centers: string[]): Mention {
  return { target: { kind: "clause", id: "n1" }, centers, standing, was: [] };
}

/** Social speaks; both centers are in the hearing. */
function given(...waiting: [clause: string, center: string][]) {
  const keys = new Set(waiting.map((cell) => secondLookKey(...cell)));
  return {
    secondLook: { waiting: keys, done: async () => true },
    speaksFor: new Set(["social"]),
    centers: [center("social"), center("elderly")],
  };
}

test("[C17] a changed clause waits as long as one of its centers has not looked, and only for those", () => {
  expect(waitsForLook(mention("changed", "social", "elderly"), given(["n1", "elderly"]))).toBe(true);
  expect(waitsForLook(mention("changed", "social"), given(["n1", "elderly"]))).toBe(false);
  expect(waitsForLook(mention("current", "social"), given(["n1", "social"]))).toBe(false);
});

test("[C17] until the server has been asked, what has changed counts as waiting", () => {
  const unasked = { secondLook: { waiting: null, done: null } };
  expect(waitsForLook(mention("changed", "social"), unasked)).toBe(true);
  expect(mayLook(mention("changed", "social"), { ...given(), ...unasked })).toEqual([]);
});

test("[C17] a person says so for their own centers, where those have linked the clause", () => {
  const both = given(["n1", "social"], ["n1", "elderly"], ["n2", "elderly"]);
  expect(mayLook(mention("changed", "social", "elderly"), both).map(({ id }) => id)).toEqual(["social"]);
  expect(mayLook(mention("changed", "elderly"), both)).toEqual([]);
  expect([...clausesToLookAt(both)]).toEqual(["n1"]);
});
