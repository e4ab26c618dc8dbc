import type { Node as PmNode, Schema } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Inline } from "../../../document-model/document";
import { fingerprint, isOutdated, quoteContent } from "../../../document-model/quotes";
import { pastNotes } from "../notes/joins";
import { isNote } from "../notes/places";
import type { QuotePlace } from "./places";

type Cited = { id: string; words: string };

/** Puts a quote of a clause behind the paragraph of the caret, or in its place when that is empty. [E13] */
export function citeClause(state: EditorState, tr: Transaction, { id, words }: Cited): boolean {
  const { $to } = state.selection;
  const type = state.schema.nodes["block"];
  if (!type || $to.parent.type !== type) return false;
  const content = nodesOf(state.schema, quoteContent(words));
  const attributes = { kind: "quote", level: 0, of: id, seen: fingerprint(words) };
  if ($to.parent.content.size === 0 && !isNote($to.parent)) {
    for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute($to.before(), name, value);
    tr.insert($to.pos, content);
    caretAt(tr, $to.before());
  } else {
    const at = pastNotes(state.doc, $to.after());
    tr.insert(at, type.create({ ...attributes, id: null }, content));
    caretAt(tr, at);
  }
  return true;
}

/** The clause's words in place of the quote's. */
export function updateQuote(state: EditorState, tr: Transaction, { pos, node }: QuotePlace, now: Cited): void {
  tr.replaceWith(pos + 1, pos + 1 + node.content.size, nodesOf(state.schema, quoteContent(now.words)));
  tr.setNodeAttribute(pos, "of", now.id).setNodeAttribute(pos, "seen", fingerprint(now.words));
}

/** The quote stays as it is, until the clause reads otherwise again. */
export function keepQuote(tr: Transaction, { pos }: QuotePlace, now: Cited): void {
  tr.setNodeAttribute(pos, "seen", fingerprint(now.words));
}

export function isChanged({ node }: QuotePlace, words: string): boolean {
  return isOutdated({ content: [{ text: textOf(node) }], of: node.attrs["of"], seen: node.attrs["seen"] }, words);
}

/** Lines as lines. */
export function textOf(node: PmNode): string {
  return node.textBetween(0, node.content.size, undefined, "\n");
}

function nodesOf(schema: Schema, content: readonly Inline[]): PmNode[] {
  const lineBreak = schema.nodes["hardBreak"];
  return content.flatMap((inline) => {
    if ("text" in inline) return [schema.text(inline.text)];
    return lineBreak ? [lineBreak.create()] : [];
  });
}

function caretAt(tr: Transaction, pos: number): void {
  const size = tr.doc.nodeAt(pos)?.content.size ?? 0;
  tr.setSelection(TextSelection.create(tr.doc, pos + 1 + size)).scrollIntoView();
}
