import { Extension } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping, StepMap } from "@tiptap/pm/transform";
import { DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

const key = new PluginKey<DecorationSet>("suggestions");

/**
 * Where suggestions are drawn: whoever knows them says so (use-drawn.ts), seldom, and a key moves them along. y-tiptap
 * replaces the whole text for what others write; only what has really changed moves them then. [G9]
 */
export const SuggestionMarks = Extension.create({
  name: "suggestionMarks",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set, before) => {
          const told: DecorationSet | undefined = tr.getMeta(key);
          if (told) return told;
          if (!tr.docChanged || set === DecorationSet.empty) return set;
          const isOthers = tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
          return set.map(isOthers ? changedAlone(before.doc, tr.doc) : tr.mapping, tr.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

export function tellSuggestions(state: EditorState, set: DecorationSet): Transaction {
  return state.tr.setMeta(key, set).setMeta("addToHistory", false);
}

/** From the first place that differs to the last; what is the same node is not looked into. */
function changedAlone(before: PmNode, after: PmNode): Mapping {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || !end) return new Mapping();
  // Of repeated signs the two may pass each other.
  const over = Math.max(0, start - Math.min(end.a, end.b));
  return new Mapping([new StepMap([start, end.a + over - start, end.b + over - start])]);
}
