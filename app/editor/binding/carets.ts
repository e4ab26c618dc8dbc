import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import { Decoration, type DecorationAttrs, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { isStructuralTransaction, setMeta, yCursorPluginKey, ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { absoluteFrom, type Drawn, relativeFrom } from "./positions";

type User = { name: string; color: string };
type Drawing = { caret: (user: User) => HTMLElement; selection: (user: User) => DecorationAttrs };

/**
 * Others' carets in the text, as Tiptap draws them. y-tiptap's own plugin counts from the beginning of the text to each end of
 * each selection, and asks for a drawing of all when one's own caret moves, which it does not draw.
 */
export const Carets = CollaborationCaret.extend({
  addProseMirrorPlugins() {
    const { awareness } = this.options.provider;
    const listening = (this.parent?.() ?? []).filter((plugin) => plugin.spec.key !== yCursorPluginKey);
    const drawing: Drawing = {
      caret: (user) => this.options.render(user),
      selection: (user) => this.options.selectionRender(user),
    };
    return [...listening, caretsPlugin(awareness, drawing)];
  },
});

function caretsPlugin(awareness: Awareness, drawing: Drawing): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: yCursorPluginKey,
    state: {
      init: (_, state) => draw(state, awareness, drawing),
      apply(tr, drawn, old, state) {
        const isRemote = ySyncPluginKey.getState(state)?.isChangeOrigin;
        // The text is ahead of the Y.Doc then: where others are is known when they say so again.
        if (tr.docChanged && !isRemote && isStructuralTransaction(tr, old.doc)) return DecorationSet.empty;
        if (isRemote || tr.getMeta(yCursorPluginKey)?.awarenessUpdated) return draw(state, awareness, drawing);
        return tr.docChanged ? drawn.map(tr.mapping, tr.doc) : drawn;
      },
    },
    props: { decorations: (state) => yCursorPluginKey.getState(state) },
    view: (view) => tellAndHear(view, awareness),
  });
}

function draw(state: EditorState, awareness: Awareness, drawing: Drawing): DecorationSet {
  const binding: Drawn | undefined = ySyncPluginKey.getState(state)?.binding;
  if (!binding || binding.mapping.size === 0) return DecorationSet.empty;
  const found = [...awareness.getStates()].flatMap(([clientId, { user, cursor }]) => {
    if (clientId === awareness.clientID || clientId === binding.type.doc?.clientID || !cursor) return [];
    const end = Math.max(state.doc.content.size - 1, 0);
    const [anchor, head] = [cursor.anchor, cursor.head].map((one) =>
      absoluteFrom(binding, state.doc, Y.createRelativePositionFromJSON(one)),
    );
    if (typeof anchor !== "number" || typeof head !== "number") return [];
    const who: User = {
      name: user?.name ?? "",
      color: /^#[0-9a-f]{6}$/i.test(user?.color) ? user.color : "transparent",
    };
    const [from, to] = [Math.min(anchor, head, end), Math.min(Math.max(anchor, head), end)];
    const caret = Decoration.widget(Math.min(head, end), () => drawing.caret(who), { key: `${clientId}`, side: 10 });
    if (from === to) return [caret];
    const how = { inclusiveEnd: true, inclusiveStart: false };
    return [caret, Decoration.inline(from, to, drawing.selection(who), how)];
  });
  return DecorationSet.create(state.doc, found);
}

type Changed = { added: number[]; updated: number[]; removed: number[] };

function tellAndHear(view: EditorView, awareness: Awareness) {
  const hear = ({ added, updated, removed }: Changed) => {
    const isOwn = [...added, ...updated, ...removed].every((id) => id === awareness.clientID);
    if (!isOwn && !view.isDestroyed) setMeta(view, yCursorPluginKey, { awarenessUpdated: true });
  };
  const tell = () => tellCaret(view, awareness, false);
  awareness.on("change", hear);
  view.dom.addEventListener("focusin", tell);
  view.dom.addEventListener("focusout", tell);
  return {
    update: ({ state }: EditorView, before: EditorState) => {
      const isSame = state.doc === before.doc && state.selection.eq(before.selection);
      if (isSame && (awareness.getLocalState()?.["cursor"] || !view.hasFocus())) return;
      const isRemote = ySyncPluginKey.getState(state)?.isChangeOrigin;
      tellCaret(view, awareness, isRemote && hasMoved(state.doc, before.doc));
    },
    destroy: () => {
      view.dom.removeEventListener("focusin", tell);
      view.dom.removeEventListener("focusout", tell);
      awareness.off("change", hear);
      awareness.setLocalStateField("cursor", null);
    },
  };
}

/** Who has moved paragraphs has lost sight of the others' carets, and sees them again when they are told anew. */
function hasMoved(now: PmNode, before: PmNode): boolean {
  if (now.childCount !== before.childCount) return true;
  for (let at = 0; at < now.childCount; at += 1) {
    const [one, other] = [now.child(at), before.child(at)];
    if (one !== other && one.attrs["id"] !== other.attrs["id"]) return true;
  }
  return false;
}

/** Where one's own caret is, if it is elsewhere than was told last; nowhere when the text does not have the focus. */
function tellCaret(view: EditorView, awareness: Awareness, isAgain: boolean): void {
  const binding: Drawn | undefined = ySyncPluginKey.getState(view.state)?.binding;
  if (!binding) return;
  const told = awareness.getLocalState()?.["cursor"];
  if (!view.hasFocus()) {
    if (told && absoluteFrom(binding, view.state.doc, Y.createRelativePositionFromJSON(told.anchor)) !== null)
      awareness.setLocalStateField("cursor", null);
    return;
  }
  const { doc, selection } = view.state;
  const [anchor, head] = [selection.anchor, selection.head].map((at) => relativeFrom(binding, doc, at));
  const isTold = (one: unknown, now: Y.RelativePosition | undefined) =>
    now !== undefined && Y.compareRelativePositions(Y.createRelativePositionFromJSON(one), now);
  if (!isAgain && told && isTold(told.anchor, anchor) && isTold(told.head, head)) return;
  awareness.setLocalStateField("cursor", { anchor, head });
}
