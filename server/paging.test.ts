import { expect, test } from "vitest";
import { pageOf } from "./paging";

const letters = [..."abcdefg"];

test("[Q20] every page has the next of them, and together they are all, each once", () => {
  const pages = [1, 2, 3].map((page) => pageOf(letters, page, 3).shown);
  expect(pages).toEqual([["a", "b", "c"], ["d", "e", "f"], ["g"]]);
});

test.each([
  [0, 1],
  [-5, 1],
  [Number.NaN, 1],
  [2.7, 2],
  [99, 3],
  [Number.POSITIVE_INFINITY, 3],
])("[Q20] page %d is shown as page %d", (wanted, page) => {
  expect(pageOf(letters, wanted, 3)).toMatchObject({ page, pages: 3 });
});

test("[Q20] an empty list has one page, with nothing on it", () => {
  expect(pageOf([], 4, 3)).toEqual({ page: 1, pages: 1, shown: [] });
});
