import { Fragment, type Node as PmNode, type ResolvedPos, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { isNote } from "./places";

/** Notes at its edges are closed, so that nothing runs on into them. The words of one note alone are words like any others. */
export function withWholeNotes({ content, openStart, openEnd }: Slice): Slice {
  const isWhole = (node: PmNode | null, open: number) => open === 1 && isNote(node) && content.childCount > 1;
  const start = isWhole(content.firstChild, openStart) ? 0 : openStart;
  return new Slice(content, start, isWhole(content.lastChild, openEnd) ? 0 : openEnd);
}

/** Where a drop that is under way will land: what was dragged is still selected then, and says nothing of it. */
export class Landing {
  #pos: number | null = null;

  drop(view: Pick<EditorView, "posAtCoords">, { clientX, clientY }: Pick<DragEvent, "clientX" | "clientY">): void {
    this.#pos = view.posAtCoords({ left: clientX, top: clientY })?.pos ?? null;
    queueMicrotask(() => {
      this.#pos = null;
    });
  }

  in({ doc, selection }: EditorView["state"]): ResolvedPos {
    const pos = this.#pos;
    this.#pos = null;
    return pos === null ? selection.$from : doc.resolve(pos);
  }
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
