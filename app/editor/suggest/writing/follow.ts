import type { Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { editsBetween } from "../../../document-model/suggestions/edits";
import type { Blocks } from "../../../document-model/suggestions/rows";
import { nodesOf } from "../blocks";

/**
 * Makes the editor's text read so, node by node: what reads the same is not touched, so that the caret and the history of
 * what was typed stay where they are. To the other plugins it is what others have written.
 */
export function bring({ state }: Pick<Editor, "state">, blocks: Blocks): Transaction | null {
  const wanted = nodesOf(blocks, state.schema);
  const edits = editsBetween(namesOf(state.doc.content.content), namesOf(wanted));
  if (edits.length === 0) return null;
  const tr = state.tr.setMeta(ySyncPluginKey, { isChangeOrigin: true }).setMeta("addToHistory", false);
  const starts = startsOf(state);
  for (const { from, to, start, end } of [...edits].reverse())
    tr.replaceWith(starts[from] ?? 0, starts[to] ?? state.doc.content.size, wanted.slice(start, end));
  return tr;
}

function startsOf({ doc }: EditorState): number[] {
  const starts: number[] = [];
  doc.forEach((_node, pos) => {
    starts.push(pos);
  });
  return [...starts, doc.content.size];
}

const known = new WeakMap<PmNode, string>();

function namesOf(nodes: readonly PmNode[]): string[] {
  return nodes.map((node) => {
    const name = known.get(node) ?? JSON.stringify(node.toJSON());
    known.set(node, name);
    return name;
  });
}
