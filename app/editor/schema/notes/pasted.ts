import { Fragment, type Node as PmNode, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { isNote } from "./places";

/** What is pasted into a note becomes lines of it: a note is one block, and has no notes of its own. [E12] */
export function pastedIntoNote(slice: Slice, { state }: Pick<EditorView, "state">): Slice {
  if (!isNote(state.selection.$from.parent)) return slice;
  const lineBreak = state.schema.nodes["hardBreak"];
  const inline: PmNode[] = [];
  slice.content.descendants((node) => {
    if (node.isTextblock && inline.length > 0 && node.content.size > 0 && lineBreak) inline.push(lineBreak.create());
    if (node.isInline) inline.push(node.mark(node.marks.filter(({ type }) => type.name !== "note")));
    return !node.isInline;
  });
  return new Slice(Fragment.fromArray(inline), 0, 0);
}
