import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { updateYFragment, ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type Drawn, relativeSelection } from "./positions";

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
 * y-tiptap writes the whole text anew into the Y.Doc at each transaction, also when only a caret has moved: it compares every
 * paragraph to see that it has not changed. Here nothing is compared when the text is the one it has written, and one
 * paragraph when only that is another. Answers how to leave it as it was.
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

function write(binding: Binding, doc: PmNode): void {
  const { type, mapping } = binding;
  const before = mapping.get(type);
  if (before === doc) return;
  const at = isNode(before) ? onlyChange(before, doc) : null;
  const block = at === null ? null : type.get(at);
  const isDrawn = at !== null && isNode(before) && mapping.get(block) === before.child(at);
  if (at === null || !isDrawn || !(block instanceof Y.XmlElement) || block.nodeName !== doc.child(at).type.name) {
    updateYFragment(binding.doc, type, doc, binding as never);
  } else {
    updateYFragment(binding.doc, block, doc.child(at), binding as never);
    mapping.set(type, doc);
  }
}

function isNode(value: unknown): value is PmNode {
  return typeof value === "object" && value !== null && "childCount" in value;
}

/** Which child alone is another; what was not changed is the very same node. Null when it is none, or more. */
function onlyChange(before: PmNode, now: PmNode): number | null {
  if (before.childCount !== now.childCount) return null;
  let found: number | null = null;
  for (let index = 0; index < now.childCount; index += 1) {
    if (before.child(index) === now.child(index)) continue;
    if (found !== null) return null;
    found = index;
  }
  return found;
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
