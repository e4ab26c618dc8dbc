import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { ClauseRow } from "../../../../server/agreements/shapes";
import { type ClauseIndex, indexing } from "./clause-index";
import { type Asked, type Offer, offerFor } from "./offer-for";

/** So long nobody types or moves before anything is offered: a key never waits for it. */
const REST = 700;

type Given = {
  editor: Editor;
  /** Null when nothing can be linked just now. */
  ask: () => (Pick<Asked, "links" | "center" | "source" | "waved"> & { rows: readonly ClauseRow[] }) | null;
  show: (offer: Offer | null) => void;
};

/** Looks at the paragraph of the caret when the person rests there. */
export function createOfferWatch({ editor, ask, show }: Given) {
  let timer = 0;
  let shown: Offer | null = null;
  let index: { of: readonly ClauseRow[]; is: ClauseIndex } | null = null;
  let making: readonly ClauseRow[] | null = null;
  const tell = (offer: Offer | null) => {
    if (isSame(shown, offer)) return;
    shown = offer;
    show(offer);
  };
  const look = () => {
    const asked = ask();
    const place = asked && editor.isFocused ? placeOfCaret(editor) : null;
    if (!asked || place === null) return tell(null);
    const { rows, ...rest } = asked;
    if (index?.of !== rows) make(rows);
    tell(offerFor({ ...rest, doc: editor.state.doc, place, index: index?.of === rows ? index.is : null }));
  };
  const make = (rows: readonly ClauseRow[]) => {
    if (making === rows) return;
    making = rows;
    inSpareTime(indexing(rows), (is) => {
      index = { of: rows, is };
      later(0);
    });
  };
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => whenIdle(look), wait);
  };
  const heard = ({ transaction }: { transaction: Transaction }) => {
    if (!isOwn(transaction)) return;
    if (shown && blockIdOfCaret(editor) !== shown.blockId) tell(null);
    later(REST);
  };
  editor.on("transaction", heard);
  return {
    /** Something else than the text has changed. */
    lookSoon: () => later(0),
    destroy: () => {
      clearTimeout(timer);
      editor.off("transaction", heard);
    },
  };
}

/** Others' writing moves nothing here: with twenty of them nobody would ever rest. */
function isOwn(transaction: Transaction): boolean {
  if (transaction.getMeta(ySyncPluginKey)?.isChangeOrigin) return false;
  return transaction.docChanged || transaction.selectionSet;
}

/** The caret's block among those of the text; null in tables, and where several are selected. */
function placeOfCaret({ state: { selection } }: Editor): number | null {
  const { $from, $to } = selection;
  return $from.depth === 1 && $from.sameParent($to) ? $from.index(0) : null;
}

function blockIdOfCaret({ state: { selection } }: Editor): unknown {
  return selection.$from.parent.attrs["id"];
}

function isSame(one: Offer | null, other: Offer | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Safari has no idle callbacks; there a short piece of work is done after the frame. */
function whenIdle(work: (timeLeft: () => number) => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback((spare) => work(() => spare.timeRemaining()));
  else setTimeout(() => work(timerOf(8)), 0);
}

function timerOf(milliseconds: number): () => number {
  const end = performance.now() + milliseconds;
  return () => end - performance.now();
}

/** Runs through the steps as the page has time for them. */
function inSpareTime<Result>(steps: Iterator<unknown, Result>, done: (result: Result) => void): void {
  whenIdle((timeLeft) => {
    do {
      const step = steps.next();
      if (step.done) return done(step.value);
    } while (timeLeft() > 2);
    inSpareTime(steps, done);
  });
}
