import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

const key = new PluginKey<DecorationSet>("place-note");

/** A sentence at the place where something could not be put in. Gone when the person goes on writing. */
export function placeNotePlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const said: string | null | undefined = tr.getMeta(key);
        if (said === null) return DecorationSet.empty;
        if (said !== undefined) return DecorationSet.create(tr.doc, [sentence(tr.selection.$from.after(1), said)]);
        if (shown === DecorationSet.empty || !tr.docChanged) return shown;
        const isOthers = tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
        return isOthers ? shown.map(tr.mapping, tr.doc) : DecorationSet.empty;
      },
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
  });
}

function sentence(pos: number, said: string): Decoration {
  const draw = () => {
    const element = document.createElement("p");
    element.className = "place-note";
    element.contentEditable = "false";
    element.textContent = said;
    return element;
  };
  return Decoration.widget(pos, draw, { side: -1, ignoreSelection: true, key: said });
}

/** Null: nothing any more. */
export function sayAtPlace(view: EditorView, said: string | null): void {
  if (said === null && key.getState(view.state) === DecorationSet.empty) return;
  view.dispatch(view.state.tr.setMeta(key, said).setMeta("addToHistory", false));
}
