import { expect, test } from "vitest";
import type { FlatNode } from "~/document-model/proposal";
import { correctionsOf, fieldsOf } from "./corrections";

const node: FlatNode = {
  id: "n1",
  kind: "text",
  number: "3",
  heading: "Udskrivning",
  text: "Første linje.\n\nAnden linje.",
  warnings: [],
  depth: 0,
  parentId: null,
};

test("[S3] what was typed is kept before the button's own correction", () => {
  const form = formOf({ op: "demote", heading: " Udskrivelse ", text: "Ny tekst.\r\n" });
  expect(correctionsOf(form, node)).toEqual([
    { op: "rename", nodeId: "n1", number: "3", heading: "Udskrivelse" },
    { op: "rewrite", nodeId: "n1", text: "Ny tekst." },
    { op: "demote", nodeId: "n1" },
  ]);
});

test("saving what was not changed is no correction, whatever line ends the browser sends", () => {
  const form = formOf({ op: "save", ...node, text: node.text.replaceAll("\n", "\r\n") });
  expect(correctionsOf(form, node)).toEqual([]);
});

test("the caret counts in the text as it is kept, without the space before its first word", () => {
  expect(correctionsOf(formOf({ op: "split", text: "\n Et ord.", at: "5" }), node)).toEqual([
    { op: "rewrite", nodeId: "n1", text: "Et ord." },
    { op: "split", nodeId: "n1", at: 3 },
  ]);
});

test("a button is its op, a move with its direction, a kind with all below it when asked", () => {
  expect(correctionsOf(formOf({ op: "move-up" }), node)).toEqual([{ op: "move", nodeId: "n1", direction: "up" }]);
  expect(correctionsOf(formOf({ op: "save", kind: "goal", withChildren: "yes" }), node)).toEqual([
    { op: "retype", nodeId: "n1", kind: "goal", withChildren: true },
  ]);
  expect(correctionsOf(formOf({ op: "explode", kind: "bog" }), node)).toEqual([]);
});

test("a correction is sent as fields: a node each, the top as none, what is not said left out", () => {
  const sent = (correction: Parameters<typeof fieldsOf>[0]) => [...fieldsOf(correction, 7)].slice(1);
  expect(sent({ op: "join", nodeId: "a", also: ["b", "c"] })).toEqual([
    ["revision", "7"],
    ["nodeId", "a"],
    ["nodeId", "b"],
    ["nodeId", "c"],
    ["op", "join"],
  ]);
  expect(sent({ op: "place", nodeId: "a", parentId: null, index: 2 })).toContainEqual(["parentId", ""]);
  expect(sent({ op: "retype", nodeId: "a", kind: "goal", withChildren: false }).flat()).not.toContain("withChildren");
});

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}
