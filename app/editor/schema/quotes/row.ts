import type { Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { quotes as words } from "../../../words/quotes";
import type { QuotedClause } from "./clause";
import { isChanged, keepQuote, textOf, updateQuote } from "./commands";
import { type QuotePlace, quotesOf } from "./places";

type Present = Extract<QuotedClause, { state: "present" }>;

/** Below a quote: what it quotes, and what there is to do when that reads otherwise now. [E13] */
export function quoteRow(view: EditorView, quote: QuotePlace, clause: QuotedClause): HTMLElement {
  const row = part("span", "quote-row");
  row.contentEditable = "false";
  row.append(part("cite", "quote-source", words.from(clause.label)));
  if (clause.state !== "present") row.append(part("span", "quote-again", words[clause.state]));
  else if (isChanged(quote, clause.words)) row.append(...choices(view, quote, clause));
  return row;
}

function choices(view: EditorView, quote: QuotePlace, clause: Present): HTMLElement[] {
  const difference = part("div", "quote-difference");
  difference.hidden = true;
  const compare = button(words.compare, () => {
    difference.hidden = !difference.hidden;
    compare.textContent = difference.hidden ? words.compare : words.hide;
    compare.ariaExpanded = String(!difference.hidden);
    if (difference.childElementCount === 0) void draw(difference, textOf(quote.node), clause.words);
  });
  compare.ariaExpanded = "false";
  const act = (change: (place: QuotePlace, tr: Transaction) => void) => () => asOneStep(view, quote, change);
  return [
    part("span", "quote-again", words.changed),
    compare,
    button(
      words.update,
      act((place, tr) => updateQuote(view.state, tr, place, clause)),
    ),
    button(
      words.keep,
      act((place, tr) => keepQuote(tr, place, clause)),
    ),
    difference,
  ];
}

/** One undo takes back this alone. */
function asOneStep(view: EditorView, quote: QuotePlace, change: (place: QuotePlace, tr: Transaction) => void): void {
  const id: unknown = quote.node.attrs["id"];
  const place = quotesOf(view.state.doc).quotes.find(({ node }) => node.attrs["id"] === id);
  if (!place) return;
  const undoManager = yUndoPluginKey.getState(view.state)?.undoManager;
  const tr = view.state.tr;
  change(place, tr);
  undoManager?.stopCapturing();
  view.dispatch(tr);
  undoManager?.stopCapturing();
  view.focus();
}

/** The comparison is fetched when it is asked for; few quotes ever are. */
async function draw(into: HTMLElement, before: string, after: string): Promise<void> {
  const { compareWords } = await import("../../../document-model/compare");
  const spans = compareWords(before, after).inline.map(({ kind, text }) =>
    part(kind === "added" ? "ins" : kind === "removed" ? "del" : "span", "", text),
  );
  into.replaceChildren(...spans);
}

function part(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function button(label: string, use: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "note-act";
  made.textContent = label;
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", use);
  return made;
}
