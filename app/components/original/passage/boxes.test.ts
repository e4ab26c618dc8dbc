import { expect, test } from "vitest";
import { boxesOf, type PrintedPiece } from "./boxes";
import { lettersOf } from "./letters";

/** A page of 100 by 200 points, its origin at the lower left, as PDFs have it. */
const VIEW = { transform: [1, 0, 0, -1, 0, 200], width: 100, height: 200 };
const line = (text: string, x: number, y: number, width: number, size = 10): PrintedPiece => ({
  text,
  transform: [size, 0, 0, size, x, y],
  width,
});
const boxes = (pieces: PrintedPiece[], from: number, to: number, view = VIEW) =>
  boxesOf([{ from, to }], lettersOf(pieces.map(({ text }) => text)), pieces, view);

test("[S19] a line is marked from its baseline's beginning to its end", () => {
  const [box, ...others] = boxes([line("Formål.", 20, 100, 40)], 0, 6);
  expect(others).toEqual([]);
  expect(box?.left).toBeCloseTo(0.2);
  expect(box?.right).toBeCloseTo(0.6);
  expect(box?.top).toBeCloseTo((100 - 8.6) / 200);
  expect(box?.bottom).toBeCloseTo((100 + 2.4) / 200);
});

test("[S19] a passage over two lines has a box for each, words of one line share theirs", () => {
  const pieces = [line("Kommunen", 20, 100, 40), line("og", 62, 100, 10), line("regionen", 20, 86, 30)];
  expect(boxes(pieces, 0, 18).map(({ left, right }) => [left, right])).toEqual([
    [0.2, 0.72],
    [0.2, 0.5],
  ]);
});

test("[S19] part of a line is marked where its words stand, about", () => {
  const [box] = boxes([line("aaaa bbbb", 0, 100, 90)], 4, 8);
  expect(box?.left).toBeGreaterThan(0.45);
  expect(box?.left).toBeLessThan(0.6);
  expect(box?.right).toBeCloseTo(0.9);
});

test("[S19] on a page that is turned, the mark is turned with it", () => {
  const turned = { transform: [0, 1, 1, 0, 0, 0], width: 200, height: 100 };
  const [box] = boxes([line("Formål", 20, 100, 40)], 0, 6, turned);
  expect(box?.top).toBeCloseTo(0.2);
  expect(box?.bottom).toBeCloseTo(0.6);
  expect(box?.left).toBeCloseTo((100 - 2.4) / 200);
});

test("[S19] what reaches past the page's edge is marked up to the edge", () => {
  const [box] = boxes([line("Formål", 80, 199, 60)], 0, 6);
  expect([box?.right, box?.top]).toEqual([1, 0]);
});
