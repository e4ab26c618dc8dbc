import { expect, test } from "vitest";
import { wishOf } from "./keys";

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
/** What has the focus, as far as the keys ask: the selectors it answers to. */
const on = (...names: string[]) =>
  ({ matches: (asked: string) => asked.split(", ").some((one) => names.includes(one)) }) as unknown as Element;

test("[Q11] arrows go from row to row, figures choose the outcome, Enter notes, Z takes back", () => {
  const press = (key: string) => wishOf({ ...NONE, key }, on("h3"));
  expect(press("ArrowDown")).toEqual({ step: 1 });
  expect(press("ArrowUp")).toEqual({ step: -1 });
  expect(press("2")).toEqual({ selector: 'input[name="outcome"][value="partly"]' });
  expect(press("Enter")).toEqual({ selector: "[data-note]" });
  expect(press("Z")).toEqual({ selector: "[data-undo]" });
  expect(press("x")).toBe(null);
});

test("[Q11] what is written, a button's Enter, a radio's arrows and the browser's own keys stay theirs", () => {
  expect(wishOf({ ...NONE, key: "1" }, on("textarea"))).toBe(null);
  expect(wishOf({ ...NONE, key: "Enter" }, on("button"))).toBe(null);
  expect(wishOf({ ...NONE, key: "ArrowDown" }, on("input"))).toBe(null);
  expect(wishOf({ ...NONE, key: "1" }, on("input"))).not.toBe(null);
  expect(wishOf({ ...NONE, key: "z", ctrlKey: true }, on("h3"))).toBe(null);
});
