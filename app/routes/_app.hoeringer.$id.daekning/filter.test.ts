import { expect, test } from "vitest";
import type { CenterId } from "../../../db/ids";
import { sketchedPage } from "../../../tests/world/coverage-sketch";
import { boardOf } from "./board";
import { columnsIn, countsIn, EVERYTHING, rowsIn, searchOf, sectionsIn, type View, viewIn } from "./filter";

const hole = { isHole: true };
const pressing = { isHole: true, isPressing: true };
const page = sketchedPage(
  {
    clauses: [
      ["1", "Indlæggelse", 0, "section"],
      ["1.1", "Besked", 1, "clause", "Afdelingen giver besked samme dag."],
      ["1.2", "Kontakt", 1, "clause", "Kommunen har en kontaktperson."],
      ["2", "Udskrivning", 0, "section"],
      ["2.1", "Varsling", 1, "clause", "Der varsles tre dage før."],
    ],
    cells: {
      "1.1": { Social: hole, Ældre: { state: "answered", blockIds: ["block1"] } },
      "1.2": { Social: { state: "in-work", isPressing: true, isLate: true } },
      "2.1": { Ældre: pressing, Social: { state: "no-remarks", cameLate: true } },
    },
  },
  { mine: ["Social" as CenterId] },
);
const board = boardOf(page);
const texts = Object.fromEntries(page.clauses.map(({ id, text }) => [id, text]));
const shown = (view: Partial<View>, kept?: ReadonlySet<string>) =>
  rowsIn(board, { ...EVERYTHING, ...view }, texts, kept).map(({ number }) => number);

test.each<[string, Partial<View>, string[]]>([
  ["everything", {}, ["1", "1.1", "1.2", "2", "2.1"]],
  ["my center's", { mine: true }, ["1", "1.1", "1.2", "2", "2.1"]],
  ["what is pressing", { late: true }, ["1", "1.2", "2", "2.1"]],
  ["holes", { holes: true }, ["1", "1.1", "2", "2.1"]],
  ["what is or came late", { overdue: true }, ["1", "1.2", "2", "2.1"]],
  ["my center's holes", { mine: true, holes: true }, ["1", "1.1"]],
  ["holes that are pressing", { late: true, holes: true }, ["2", "2.1"]],
  ["one section", { section: "2" }, ["2", "2.1"]],
  ["a section that is gone: all", { section: "9" }, ["1", "1.1", "1.2", "2", "2.1"]],
  ["a word of the text", { word: "KONTAKTperson" }, ["1", "1.2"]],
  ["two words of one clause", { word: "tre varsles" }, ["2", "2.1"]],
  ["a word of a heading: all that stands under it", { word: "indlæg" }, ["1", "1.1", "1.2"]],
  ["a number", { word: "2.1" }, ["2", "2.1"]],
  ["a section, a word and a mark", { section: "1", word: "dag", holes: true }, ["1", "1.1"]],
  ["nothing fits", { word: "ambulance" }, []],
])("[C6] shown: %s", (_, view, expected) => {
  expect(shown(view)).toEqual(expected);
});

test("[C6] what is answered while one looks stays, until something else is asked for", () => {
  expect(shown({ late: true, holes: true }, new Set(["1.1"]))).toEqual(["1", "1.1", "2", "2.1"]);
});

test("[C6] mine is one's own centers' columns; who has none sees all", () => {
  expect(columnsIn(board, { mine: true })).toEqual([0]);
  expect(columnsIn(boardOf({ ...page, mine: [] }), { mine: true })).toEqual([0, 1]);
});

test("[C6] each filter says how many cells one would see with it and the rest", () => {
  expect(countsIn(board, EVERYTHING, texts)).toEqual({ mine: 3, late: 2, overdue: 2, holes: 2, shown: 5 });
  expect(countsIn(board, { ...EVERYTHING, mine: true }, texts)).toEqual({
    mine: 3,
    late: 1,
    overdue: 2,
    holes: 1,
    shown: 3,
  });
  expect(countsIn(board, { ...EVERYTHING, section: "2" }, texts)).toEqual({
    mine: 1,
    late: 1,
    overdue: 1,
    holes: 1,
    shown: 2,
  });
});

test("[C6] a view is its address, and the address a view", () => {
  const view: View = { mine: true, late: false, overdue: true, holes: true, section: "1", word: "ældre & unge" };
  const search = searchOf(view);
  expect(search).toBe("?vis=mine&vis=forsinket&vis=huller&kapitel=1&ord=%C3%A6ldre+%26+unge");
  expect(viewIn(new URLSearchParams(search))).toEqual(view);
  expect(searchOf(EVERYTHING)).toBe("");
  expect(viewIn(new URLSearchParams("vis=noget&andet=1"))).toEqual(EVERYTHING);
});

test("what others stand under may be chosen as a section", () => {
  expect(sectionsIn(board.rows).map(({ number }) => number)).toEqual(["1", "2"]);
});
