import { getSchema } from "@tiptap/core";
import { AllSelection, EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { schemaExtensions } from "../schema/extensions";
import { meantBlocks } from "./meant-blocks";

const schema = getSchema(schemaExtensions());

/** "|" is where the selection begins and ends. */
function meant(...lines: string[]): string[] {
  const marks: number[] = [];
  let pos = 0;
  const blocks = lines.map((line, at) => {
    const parts = line.split("|");
    parts.slice(0, -1).reduce((length, part) => {
      marks.push(pos + 1 + length + part.length);
      return length + part.length;
    }, 0);
    const text = parts.join("");
    pos += text.length + 2;
    return schema.nodes["block"]!.create({ id: `line-0${at}` }, text ? schema.text(text) : null);
  });
  const doc = schema.nodes["doc"]!.create(null, blocks);
  const [from = 0, to = from] = marks;
  return meantBlocks(EditorState.create({ doc, selection: TextSelection.create(doc, from, to) }));
}

test("[L6] a caret means its paragraph, an empty one too", () => {
  expect(meant("Et.", "T|o.")).toEqual(["line-01"]);
  expect(meant("Et.", "|")).toEqual(["line-01"]);
});

test("[L6] a selection means the paragraphs it holds words of, not those it only touches, nor empty lines", () => {
  expect(meant("E|t.", "", "  ", "To|.")).toEqual(["line-00", "line-03"]);
  expect(meant("|Et.", "|To.")).toEqual(["line-00"]);
  expect(meant("Et.|", "To.|")).toEqual(["line-01"]);
});

test("[L6] everything selected means every paragraph that has an id", () => {
  const block = (id: string | null) => schema.nodes["block"]!.create({ id }, schema.text("Ord"));
  const doc = schema.nodes["doc"]!.create(null, [block("line-00"), block(null), block("line-02")]);
  expect(meantBlocks(EditorState.create({ doc, selection: new AllSelection(doc) }))).toEqual(["line-00", "line-02"]);
});
