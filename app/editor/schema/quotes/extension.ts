import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { ClauseOf } from "./clause";
import { isChanged } from "./commands";
import { quotesOf } from "./places";
import { quoteRow } from "./row";
import "./quotes.css";

type Drawn = { parts: ReturnType<typeof quotesOf>["parts"]; clauseOf: ClauseOf; set: DecorationSet };

const key = new PluginKey<Drawn>("quotes");

/** Below each quote of a clause its source, and what to do when the clause reads otherwise now. [E13] */
export const Quotes = Extension.create({
  name: "quotes",
  priority: 84,
  addProseMirrorPlugins() {
    return [
      new Plugin<Drawn>({
        key,
        state: {
          init: (_, state) => ({ parts: [], clauseOf: () => null, set: drawAll(state, () => null) }),
          apply: (tr, drawn, _before, state) => redrawn(tr, drawn, state),
        },
        props: { decorations: (state) => key.getState(state)?.set },
      }),
    ];
  },
});

/** Tells the text what its clauses are now; asked for anew whenever the source beside it changes. [E11] */
export function tellClauses(editor: Editor, clauseOf: ClauseOf): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, clauseOf).setMeta("addToHistory", false));
}

function redrawn(tr: Transaction, drawn: Drawn, state: EditorState): Drawn {
  const clauseOf: ClauseOf = tr.getMeta(key) ?? drawn.clauseOf;
  if (!tr.docChanged && clauseOf === drawn.clauseOf) return drawn;
  const { parts } = quotesOf(tr.doc);
  const isSame = parts.length === drawn.parts.length && parts.every((part, at) => part === drawn.parts[at]);
  if (!isSame || clauseOf !== drawn.clauseOf || tr.getMeta(ySyncPluginKey)?.isChangeOrigin)
    return { parts, clauseOf, set: drawAll(state, clauseOf) };
  return { ...drawn, set: drawn.set === DecorationSet.empty ? drawn.set : drawn.set.map(tr.mapping, tr.doc) };
}

function drawAll({ doc }: EditorState, clauseOf: ClauseOf): DecorationSet {
  const { quotes } = quotesOf(doc);
  if (quotes.length === 0) return DecorationSet.empty;
  const rows = quotes.flatMap((quote) => {
    const clause = clauseOf(quote.node.attrs["of"]);
    if (!clause) return [];
    const isOld = clause.state === "present" && isChanged(quote, clause.words);
    // The row stays while the quote is typed in; it is another when there is something else to say.
    const said = `${clause.label}|${clause.state}|${isOld && clause.state === "present" ? clause.words : ""}`;
    const options = { side: 1, stopEvent: () => true, ignoreSelection: true };
    const end = quote.pos + 1 + quote.node.content.size;
    return [
      Decoration.widget(end, (view) => quoteRow(view, quote, clause), {
        ...options,
        key: `quote|${quote.node.attrs["id"]}|${said}`,
      }),
    ];
  });
  return DecorationSet.create(doc, rows);
}
