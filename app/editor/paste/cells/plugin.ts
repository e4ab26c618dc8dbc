import type { Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Arriving } from "../arriving";
import type { NewsDesk } from "../news";

/**
 * Cells that are pasted or dropped. Before prosemirror-tables' own, which knows no largest table, puts other cells in
 * place of those that people write in, and gives up on some of what is copied. [E14] [E20]
 */
export function cellsPlugin(news: NewsDesk, arriving: Arriving): Plugin {
  return new Plugin({
    key: new PluginKey("cells"),
    props: {
      handlePaste: (view, _event, slice) => finish(view, view.state.tr, { slice, how: "paste", news, arriving }),
      handleDrop(view, event, slice, isMoved) {
        const at = arriving.readers?.holdsCells(slice)
          ? view.posAtCoords({ left: event.clientX, top: event.clientY })
          : null;
        const { tr } = view.state;
        if (at === null) return false;
        // Onto itself: nothing is moved.
        if (isMoved && isWithin(tr, at.pos)) return true;
        if (isMoved) tr.deleteSelection();
        tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(at.pos))));
        return finish(view, tr, { slice, how: "drop", news, arriving });
      },
    },
  });
}

function isWithin({ selection: { ranges } }: Transaction, pos: number): boolean {
  return ranges.some(({ $from, $to }) => pos >= $from.pos && pos <= $to.pos);
}

type Given = { slice: Slice; how: "paste" | "drop"; news: NewsDesk; arriving: Arriving };

function finish(view: EditorView, tr: Transaction, { slice, how, news, arriving }: Given): boolean {
  const left = arriving.readers?.putCells(tr, slice);
  if (!left) return false;
  if (tr.docChanged) view.dispatch(tr.setMeta("paste", true).setMeta("uiEvent", how));
  if (left.length > 0) news.tell({ is: "in", left });
  return true;
}
