import { Plugin, PluginKey } from "@tiptap/pm/state";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

/** What we touch of y-tiptap's binding; it has no public way to catch a failing update. */
type Binding = {
  type: Y.XmlFragment;
  beforeTransactionSelection: { absAnchor?: number | null; absHead?: number | null } | null;
  _observeFunction: Observer;
  _forceRerender: () => void;
};
type Observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void;

/**
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
      const drawSafely: Observer = (events, transaction) => attempt(binding, () => draw(events, transaction), onBroken);
      const forget = () => forgetPositions(binding);
      swapObserver(binding, drawSafely);
      undoManager.on("stack-item-popped", forget);
      return { destroy: () => undoManager.off("stack-item-popped", forget) };
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
