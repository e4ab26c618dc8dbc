import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { withoutCopies } from "./pasted";

/** Words that are about to be commented on, or that a thread is about though its mark is not in the text. */
export type Span = { id: string; from: number; to: number };

/** Which conversations this text has, and where words are drawn that no mark lies on. */
type Told = { known: ReadonlySet<string>; spans: readonly Span[] };
type State = Told & { set: DecorationSet };

const commentsKey = new PluginKey<State>("comments");

export function toldIn(state: EditorState): Told | undefined {
  return commentsKey.getState(state);
}

/** Tells the editor; nothing of the text changes. */
export function tellComments(tr: Transaction, told: Told): Transaction {
  return tr.setMeta(commentsKey, told);
}

/** Comments' marks are drawn by a style sheet (highlights.ts); here is only what has none, and what may be pasted. [K1] */
export const CommentWords = Extension.create({
  name: "commentWords",
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key: commentsKey,
      state: {
        init: () => ({ known: new Set(), spans: [], set: DecorationSet.empty }),
        apply: (tr, state) => {
          const told: Told | undefined = tr.getMeta(commentsKey);
          if (told) return { ...told, set: drawn(tr, told.spans) };
          if (!tr.docChanged || state.set === DecorationSet.empty) return state;
          return { ...state, set: state.set.map(tr.mapping, tr.doc) };
        },
      },
      appendTransaction: (transactions, _before, after) =>
        withoutCopies(transactions, after, (id) => toldIn(after)?.known.has(id) ?? false),
      props: { decorations: (state) => commentsKey.getState(state)?.set },
    }),
  ],
});

function drawn(tr: Transaction, spans: readonly Span[]): DecorationSet {
  if (spans.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    tr.doc,
    spans.map(({ id, from, to }) => Decoration.inline(from, to, { "data-comment": id })),
  );
}
