import { expect, test } from "vitest";
import { partText } from "./part";
import { besideChanges, besideOf, type PartBeside } from "./part-beside";

const NONE: PartBeside = { goals: [], initiatives: [] };
const users = {
  id: "i",
  name: "Brugere",
  unit: "%",
  target: { from: "1" },
  figures: [{ day: "2026-01-01", value: "2.04" }],
};
const portal = { id: "p", goal: "g1", title: "Portalen", period: "2026", indicators: [users] };
const status = { goal: "g1", center: "c", status: "planned" as const };

test("[A31] what is a center's is taken without the day it was said, the name of the center and the heading", () => {
  const said = { ...status, centerName: "Social", isOwner: true as const, day: "2026-03-02", nextStep: "Besøg" };
  const initiative = { ...portal, center: "c", centerName: "Social", heading: "b" };
  const text = {
    goals: { isShown: true, said: [said, { ...said, center: "d" }] },
    initiatives: { goals: [], said: [initiative] },
  };
  expect(besideOf(text, (_, center) => center === "c")).toEqual({
    goals: [{ ...status, nextStep: "Besøg" }],
    initiatives: [portal],
  });
});

test("[A31] in whatever order the source lists its goals the part has the same bytes; without any it has those it always had", () => {
  const other = { ...status, goal: "g0" };
  const bytes = (beside: PartBeside) => partText({ paragraphs: [], beside });
  expect(bytes({ goals: [status, other], initiatives: [] })).toBe(bytes({ goals: [other, status], initiatives: [] }));
  expect(partText({ paragraphs: [] })).toBe('{"paragraphs":[],"part":1}');
  expect(bytes(NONE)).not.toBe(partText({ paragraphs: [] }));
});

test("[A32] each thing that reads otherwise is one change, and what reads alike none", () => {
  const before = { goals: [status], initiatives: [portal] };
  expect(besideChanges(before, before)).toEqual([]);
  const figures = [...users.figures, { day: "2026-02-01", value: "2.10" }];
  const after = {
    goals: [{ ...status, status: "met" as const, due: "2026-06-01" }],
    initiatives: [{ ...portal, deadline: "juni", indicators: [{ ...users, target: { from: "1", to: "3" }, figures }] }],
  };
  expect(besideChanges(before, after).map(({ of, before: was, after: is }) => [of, was, is])).toEqual([
    ["status", "planned", "met"],
    ["due", null, "2026-06-01"],
    ["deadline", null, "juni"],
    ["target-to", null, "3"],
    ["figure", null, "2.10"],
  ]);
  expect(besideChanges(NONE, { goals: [], initiatives: [portal] })).toMatchObject([{ of: "initiative", before: null }]);
  expect(besideChanges({ goals: [status], initiatives: [portal] }, NONE)).toMatchObject([
    { of: "status", after: null },
    { of: "initiative", after: null },
  ]);
});
