import { Fragment, type Node as PmNode, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { isNote } from "./places";

/** Notes at its edges are closed, so that nothing runs on into them. The words of one note alone are words like any others. */
export function withWholeNotes({ content, openStart, openEnd }: Slice): Slice {
  const isWhole = (node: PmNode | null, open: number) => open === 1 && isNote(node) && content.childCount > 1;
  const start = isWhole(content.firstChild, openStart) ? 0 : openStart;
  return new Slice(content, start, isWhole(content.lastChild, openEnd) ? 0 : openEnd);
}

/** What is put into a note becomes lines of it: a note is one block, and has no notes of its own. [E12] */
export function pastedIntoNote(slice: Slice, $at: ResolvedPos): Slice {
  if (!isNote($at.parent)) return slice;
  const { hardBreak: lineBreak } = $at.doc.type.schema.nodes;
  const inline: PmNode[] = [];
  slice.content.descendants((node) => {
    if (node.isTextblock && inline.length > 0 && node.content.size > 0 && lineBreak) inline.push(lineBreak.create());
    if (node.isInline) inline.push(node.mark(node.marks.filter(({ type }) => type.name !== "note")));
    return !node.isInline;
  });
  return new Slice(Fragment.fromArray(inline), 0, 0);
}
