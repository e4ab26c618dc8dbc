import { expect, test } from "vitest";
import type { FlatNode } from "~/document-model/proposal";
import { correctionsOf } from "./corrections";

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

test("[S3] what was typed is kept before the button's own correction, each on the revision the one before left", () => {
  const form = formOf({ op: "demote", revision: "7", heading: "Udskrivelse", text: "Ny tekst." });
  expect(correctionsOf(form, node)).toEqual([
    { op: "rename", number: "3", heading: "Udskrivelse", nodeId: "n1", revision: 7 },
    { op: "rewrite", text: "Ny tekst.", nodeId: "n1", revision: 8 },
    { op: "demote", nodeId: "n1", revision: 9 },
  ]);
});

test("saving what was not changed is no correction, whatever line ends the browser sends", () => {
  const form = formOf({ op: "save", revision: "7", ...node, text: node.text.replaceAll("\n", "\r\n") });
  expect(correctionsOf(form, node)).toEqual([]);
});

test("a key in the list sends the op alone", () => {
  expect(correctionsOf(formOf({ op: "move-up", revision: "0" }), node)).toEqual([
    { op: "move", direction: "up", nodeId: "n1", revision: 0 },
  ]);
  expect(correctionsOf(formOf({ op: "retype", kind: "goal", revision: "0" }), node)).toEqual([
    { op: "retype", kind: "goal", withChildren: "", nodeId: "n1", revision: 0 },
  ]);
});

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}
