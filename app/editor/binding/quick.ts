import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { type Drawn, relativeSelection } from "./positions";
import { write } from "./write";

type Mux = (run: () => void, otherwise?: () => void) => void;

/** What we replace of y-tiptap's binding. */
type Binding = Drawn & {
  doc: Y.Doc;
  mux: Mux;
  prosemirrorView: EditorView | null;
  isOMark: Map<unknown, boolean>;
  beforeTransactionSelection: unknown;
  beforeAllTransactions: () => void;
  _prosemirrorChanged: (doc: PmNode) => void;
};

/**
 * y-tiptap writes the whole text anew into the Y.Doc at each transaction, also when only a caret has moved. Here only what is
 * another is compared and written. Answers how to leave it as it was.
 */
export function quicken(view: EditorView): () => void {
  const binding: Binding = ySyncPluginKey.getState(view.state).binding;
  const { mux, beforeAllTransactions } = binding;
  let isWriting = false;
  binding.mux = (run, otherwise) =>
    mux(() => {
      isWriting = true;
      try {
        run();
      } finally {
        isWriting = false;
      }
    }, otherwise);
  // For what comes from others, which is then drawn; while one's own text is written nothing is, and it is asked for below.
  const remember = () => {
    if (binding.beforeTransactionSelection === null && binding.prosemirrorView && !isWriting)
      binding.beforeTransactionSelection = relativeSelection(binding, binding.prosemirrorView.state);
  };
  binding.doc.off("beforeAllTransactions", beforeAllTransactions);
  binding.beforeAllTransactions = remember;
  binding.doc.on("beforeAllTransactions", remember);
  binding._prosemirrorChanged = (doc) => {
    binding.doc.transact(() => {
      write(binding, doc);
      if (binding.prosemirrorView)
        binding.beforeTransactionSelection = relativeSelection(binding, binding.prosemirrorView.state);
    }, ySyncPluginKey);
  };
  return () => binding.doc.off("beforeAllTransactions", remember);
}

/** Tiptap's collaboration; at each transaction it remembers where the selection was, for an undo to lead there. */
export const QuickCollaboration = Collaboration.extend({
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const { spec } of plugins) if (spec.key === yUndoPluginKey && spec.state) spec.state.apply = rememberSelection;
    return plugins;
  },
});

type UndoState = { undoManager: Y.UndoManager; prevSel: unknown; hasUndoOps: boolean; hasRedoOps: boolean };

function rememberSelection(_: Transaction, { undoManager }: UndoState, old: EditorState, now: EditorState): UndoState {
  return {
    undoManager,
    prevSel: relativeSelection(ySyncPluginKey.getState(now).binding, old),
    hasUndoOps: undoManager.undoStack.length > 0,
    hasRedoOps: undoManager.redoStack.length > 0,
  };
}
