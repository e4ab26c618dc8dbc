import { expect, test } from "vitest";
import { anchorAt, GAP, layoutOf, lineOf, near } from "./layout";

const A4 = { width: 600, height: 900 };
const lying = { width: 900, height: 600 };

test("pages stand one below the other, each as wide as the view", () => {
  const layout = layoutOf(3, A4, new Map([[2, lying]]), 300);
  expect([1, 2, 3].map((page) => layout.size(page).height)).toEqual([450, 200, 450]);
  expect([1, 2, 3].map((page) => layout.top(page))).toEqual([GAP, 2 * GAP + 450, 3 * GAP + 650]);
  expect(layout.height).toBe(4 * GAP + 1100);
  expect([0, GAP, 461, 475, 10_000].map((line) => layout.at(line))).toEqual([1, 1, 1, 2, 3]);
});

test("[S30] of five hundred pages only those near the view are drawn", () => {
  const layout = layoutOf(500, A4, new Map(), 600);
  const line = layout.top(250);
  expect(near(layout, line, 800)).toEqual({ first: 249, last: 251 });
  expect(near(layout, 0, 800)).toEqual({ first: 1, last: 2 });
  expect(near(layout, layout.height, 800)).toEqual({ first: 500, last: 500 });
});

test("what is under the eye stays there when a page above turns out to be another size, and when it is zoomed", () => {
  const before = layoutOf(10, A4, new Map(), 600);
  const eye = before.top(7) + 0.4 * before.size(7).height;
  const anchor = anchorAt(before, eye);
  for (const after of [layoutOf(10, A4, new Map([[3, lying]]), 600), layoutOf(10, A4, new Map(), 900)]) {
    expect(lineOf(after, anchor)).toBeCloseTo(after.top(7) + 0.4 * after.size(7).height);
  }
});
