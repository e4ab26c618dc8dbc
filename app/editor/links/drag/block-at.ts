import type { Editor } from "@tiptap/core";

const INSIDE = 8;
/** Between two paragraphs the nearer one is meant. */
const NEARBY = [0, INSIDE, -INSIDE];

/** The id of the paragraph at the height of a point, in the text or the margin beside it; null outside. */
export function blockAt(editor: Editor, x: number, y: number): string | null {
  const text = editor.view.dom;
  const frame = text.closest(".writing")?.getBoundingClientRect();
  if (!frame || x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) return null;
  const column = text.getBoundingClientRect();
  const within = Math.min(column.right - INSIDE, Math.max(column.left + INSIDE, x));
  for (const by of NEARBY) {
    // Not the topmost: a chip's card, or what is carried, may lie above the text.
    for (const element of document.elementsFromPoint(middleOf(column, within), y + by)) {
      const id = text.contains(element) ? element.closest("[data-block-id]")?.getAttribute("data-block-id") : null;
      if (id) return id;
    }
  }
  return null;
}

/** Clear of the indentation of lists, which belongs to no paragraph. */
function middleOf({ left, right }: DOMRect, x: number): number {
  return Math.max(x, (left + right) / 2);
}

export function elementOf(editor: Editor, blockId: string): Element | null {
  return editor.view.dom.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`);
}
