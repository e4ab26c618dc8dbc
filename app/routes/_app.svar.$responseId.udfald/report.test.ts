import { expect, test } from "vitest";
import type { About, AnsweredRemark, Outcome } from "../../../server/outcomes/shapes";
import { csvOf } from "./csv";
import { centersOf, countsOf, placedByClause } from "./report";

function clause(number: string, position: number): About {
  return { id: number, versionId: "v", position, number, heading: `Punkt ${number}`, text: "" } as About;
}

function remark(blockId: string, about: About[], centers: string[], outcome: Outcome | null = null): AnsweredRemark {
  const recorded = outcome && { outcome, reason: "=HYPERLINK(1)", by: "Tove", at: new Date("2026-05-04T10:00:00Z") };
  return {
    blockId,
    text: `Om ${blockId}`,
    about,
    by: centers.map((center) => ({ center, stance: null })),
    outcome: recorded,
  };
}

const REMARKS = [
  remark("broer", [clause("2", 9), clause("1", 4)], ["Vej", "Park"], "accepted"),
  remark("alt", [null], ["Vej"]),
  remark("stier", [clause("1", 4)], ["Park"], "not-accepted"),
];

test("[Q13] remarks stand under each clause they are about, in the source's order, what is about all of it first", () => {
  const placed = placedByClause(REMARKS).map(({ about, remark: { blockId }, isFirst }) => [
    about?.number,
    blockId,
    isFirst,
  ]);
  expect(placed).toEqual([
    [undefined, "alt", true],
    ["1", "broer", true],
    ["1", "stier", true],
    ["2", "broer", false],
  ]);
});

test("[Q13] a remark counts once in all, and for each center that has said it", () => {
  expect(countsOf(REMARKS)).toEqual({ accepted: 1, partly: 0, "not-accepted": 1, open: 1, all: 3 });
  expect(centersOf(REMARKS)).toMatchObject([
    { center: "Park", accepted: 1, "not-accepted": 1, open: 0, all: 2 },
    { center: "Vej", accepted: 1, "not-accepted": 0, open: 1, all: 2 },
  ]);
});

test("[Q13] the CSV has a line for each, and no formula of the sender's", () => {
  const lines = csvOf(REMARKS).split("\r\n");
  expect(lines[0]).toContain("Punkt;Titel;Bemærkning");
  expect(lines[1]).toBe(";Hele kilden;Om alt;Vej;Uden udfald;;;");
  expect(lines[2]).toBe("1;Punkt 1;Om broer;Vej, Park;Medtaget;'=HYPERLINK(1);Tove;4. maj 2026");
  expect(lines).toHaveLength(6);
});
