import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";

/** Remembers what is selected by the words around it; answers how to select it again, and whether that was another place. */
export function keptSelection(view: EditorView): () => boolean {
  const { type, binding } = ySyncPluginKey.getState(view.state);
  const { anchor, head } = view.state.selection;
  const [from, to] = [anchor, head].map((pos) => absolutePositionToRelativePosition(pos, type, binding.mapping));
  return () => {
    const placeOf = (place: typeof from) => relativePositionToAbsolutePosition(type.doc, type, place, binding.mapping);
    const [start, end] = [placeOf(from), placeOf(to)];
    const { doc, tr, selection } = view.state;
    if (start === null || end === null || (selection.anchor === start && selection.head === end)) return false;
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(start), doc.resolve(end))));
    return true;
  };
}
