import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { quicken } from "./binding/quick";
import { type CaretBefore, caretAfter } from "./together/own-caret";

/** What we touch of y-tiptap's binding; it has no public way to catch a failing update, or to keep what it has drawn. */
type Binding = {
  type: Y.XmlFragment;
  /** Which node of the editor each element of the Y.Doc was drawn as. */
  mapping: Map<unknown, unknown>;
  beforeTransactionSelection: Selected | null;
  _observeFunction: Observer;
  _isLocalCursorInView: () => boolean;
  _forceRerender: () => void;
};
type Selected = Omit<CaretBefore, "state"> & { absAnchor?: number | null; absHead?: number | null };
type Observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void;

/**
 * y-tiptap draws every paragraph anew for each update of others: it empties its mapping first, though it has just taken
 * out of it what the update changed. Here the mapping is kept, so that an update costs what it changes.
 * docs/decisions/0006 says why that is safe.
 *
 * y-tiptap can throw "Position out of range" while it draws an update, above all after undo. The Y.Doc is right then and
 * only the drawing failed: draw the whole text anew, and if that fails too, ask for a new editor. [E7]
 */
export function guardPlugin(onBroken: (error: unknown) => void): Plugin {
  return new Plugin({
    key: new PluginKey("guard"),
    view: (view) => {
      const binding: Binding = ySyncPluginKey.getState(view.state).binding;
      const undoManager: Y.UndoManager = yUndoPluginKey.getState(view.state).undoManager;
      const draw = binding._observeFunction;
      const drawChanged: Observer = (events, transaction) =>
        keepingMapping(binding, () =>
          holdingStill(binding, transaction, () =>
            keepingCaret(view, binding, transaction, () => draw(events, transaction)),
          ),
        );
      const drawSafely: Observer = (events, transaction) =>
        attempt(binding, () => drawChanged(events, transaction), onBroken);
      const forget = () => forgetPositions(binding);
      swapObserver(binding, drawSafely);
      undoManager.on("stack-item-popped", forget);
      const slacken = quicken(view);
      return {
        destroy: () => {
          undoManager.off("stack-item-popped", forget);
          slacken();
        },
      };
    },
  });
}

function attempt(binding: Binding, draw: () => void, onBroken: (error: unknown) => void): void {
  try {
    draw();
  } catch {
    try {
      binding._forceRerender();
    } catch (error) {
      onBroken(error);
    }
  }
}

function keepingMapping({ mapping }: Binding, draw: () => void): void {
  const isOwn = Object.hasOwn(mapping, "clear");
  // Shadows the method for as long as it draws; drawing all anew, when that fails, does empty it.
  if (!isOwn) Object.assign(mapping, { clear: () => {} });
  try {
    draw();
  } finally {
    if (!isOwn) Reflect.deleteProperty(mapping, "clear");
  }
}

/**
 * y-tiptap scrolls to the caret after each update of others when it is in sight, and takes it for moved before the browser
 * has held the page still around it: the text would jump under a reader's eyes. One's own undo does lead somewhere. [E31]
 */
function holdingStill(binding: Binding, { local }: Y.Transaction, draw: () => void): void {
  if (!local) Object.assign(binding, { _isLocalCursorInView: () => false });
  try {
    draw();
  } finally {
    Reflect.deleteProperty(binding, "_isLocalCursorInView");
  }
}

/**
 * y-tiptap takes Yjs's word for where the caret is only as long as nobody has changed its paragraph, and else leaves it at
 * the same number of signs: in the middle of a word, when another has typed before it, or in another paragraph. [E31]
 */
function keepingCaret(view: EditorView, binding: Binding, { local }: Y.Transaction, draw: () => void): void {
  const { beforeTransactionSelection: selected } = binding;
  const before: CaretBefore | null = !local && selected ? { ...selected, state: view.state } : null;
  if (before) forgetPositions(binding);
  draw();
  const doc = binding.type.doc;
  const tr = before && doc ? caretAfter(doc, before, view.state) : null;
  if (tr) view.dispatch(tr);
}

/** The binding removes `_observeFunction` when it is destroyed, so ours has to stand in its place. */
function swapObserver(binding: Binding, observer: Observer): void {
  binding.type.unobserveDeep(binding._observeFunction);
  binding._observeFunction = observer;
  binding.type.observeDeep(observer);
}

/** The selection that undo restores was measured in an older text: its absolute positions mean nothing in this one. */
function forgetPositions(binding: Binding): void {
  const selection = binding.beforeTransactionSelection;
  if (selection) binding.beforeTransactionSelection = { ...selection, absAnchor: null, absHead: null };
}
