import { expect, test } from "vitest";
import { FULL, partition } from "./partition";

type Kind = "text" | "item";
type Block = { kind: Kind; on?: string };

const mayBegin = ({ kind }: Block) => kind === "text";
const on = (block: Block) => block.on;

function blocks(count: number, kind: Kind = "text", sheet?: string): Block[] {
  return Array.from({ length: count }, () => (sheet ? { kind, on: sheet } : { kind }));
}

function lay(text: readonly Block[]) {
  return partition(text, { on, mayBegin }).map(({ of, children }) => [of, children.length]);
}

test("[E34] a long text lies on sheets of forty paragraphs, in order", () => {
  const text = blocks(3 * FULL);
  const parts = partition(text, { on, mayBegin });
  expect(parts.map(({ children }) => children.length)).toEqual([FULL, FULL, FULL]);
  expect(parts.flatMap(({ children }) => children)).toEqual(text);
});

test("[E34] a list is not parted, for the browser begins to count anew on each sheet", () => {
  const text = [...blocks(FULL - 1), ...blocks(70, "item"), ...blocks(FULL)];
  expect(lay(text).map(([, count]) => count)).toEqual([FULL - 1 + 70, FULL]);
});

test("[E34] what lies on a sheet stays there while others write elsewhere", () => {
  const text = [...blocks(FULL, "text", "a"), ...blocks(FULL, "text", "b")];
  expect(lay(text)).toEqual([
    ["a", FULL],
    ["b", FULL],
  ]);
  expect(lay([...text.slice(0, 3), ...blocks(1), ...text.slice(3)])).toEqual([
    ["a", FULL + 1],
    ["b", FULL],
  ]);
});

test("[E34] a sheet whose first paragraph has become an item gives it to the list before it", () => {
  const text = [...blocks(FULL, "text", "a"), ...blocks(2, "item", "b"), ...blocks(FULL - 2, "text", "b")];
  expect(lay(text)).toEqual([
    ["a", FULL + 2],
    ["b", FULL - 2],
  ]);
});

test("[E34] a sheet that has become too long is parted, and its first part stays what it was", () => {
  expect(lay([...blocks(2 * FULL + 1, "text", "a")])).toEqual([
    ["a", FULL],
    [undefined, FULL],
    [undefined, 1],
  ]);
});

test("[E34] a sheet that is empty is none, and one that stands in two places is two", () => {
  const text = [...blocks(5, "text", "a"), ...blocks(5, "text", "b"), ...blocks(5, "text", "a")];
  expect(lay(text)).toEqual([
    ["a", 5],
    ["b", 5],
    [undefined, 5],
  ]);
});
