import * as Y from "yjs";
import type { Edit } from "./edits";
import {
  changesBetween,
  editsInLetters,
  type Formats,
  keptLetters,
  type Letter,
  lettersIn,
  lettersOfText,
  looksAlike,
  runsOf,
} from "./rich";

/** A new block's content. */
export function contentOf(letters: readonly Letter[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: Letter[] = [];
  const flush = () => {
    if (runs.length > 0) children.push(textOf(runs));
    runs = [];
  };
  for (const run of runsOf(letters)) {
    if (!run.isBreak) runs.push(run);
    else {
      flush();
      children.push(new Y.XmlElement("hardBreak"));
    }
  }
  flush();
  return children;
}

function textOf(runs: readonly Letter[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(runs.map(({ text: insert, formats: attributes }) => ({ insert, attributes })));
  return text;
}

/**
 * Makes a block's content read so, by the fewest words: what stays is not touched, so that the marks of comments, and what
 * others type there at the same moment, stay with it. [G5]
 */
export function rewrite(element: Y.XmlElement, wanted: readonly Letter[]): void {
  const now = lettersIn(element);
  const edits = editsInLetters(now, wanted);
  format(element, now, wanted, edits);
  // From the end, so that what stands before keeps its place.
  for (const { from, to, start, end } of [...edits].reverse()) {
    remove(element, from, to);
    insert(element, from, wanted.slice(start, end));
  }
}

type Reformatted = { from: number; to: number; changes: Formats };

function format(element: Y.XmlElement, now: readonly Letter[], wanted: readonly Letter[], edits: readonly Edit[]) {
  const found: Reformatted[] = [];
  for (const [at, on] of keptLetters(edits, now.length, wanted.length)) {
    const changes = now[at]?.isBreak ? null : changesBetween(now[at]?.formats ?? {}, wanted[on]?.formats ?? {});
    const last = found.at(-1);
    if (!changes) continue;
    if (last?.to === at && looksAlike(last.changes, changes)) last.to = at + 1;
    else found.push({ from: at, to: at + 1, changes });
  }
  for (const one of found) formatLetters(element, one);
}

function formatLetters(element: Y.XmlElement, { from, to, changes }: Reformatted): void {
  for (const child of [...childrenOf(element)]) {
    const [start, end] = [Math.max(from, child.from), Math.min(to, child.to)];
    if (start < end && child.node instanceof Y.XmlText)
      child.node.format(start - child.from, end - start, { ...changes });
  }
}

type Child = { node: Y.XmlElement | Y.XmlText; index: number; from: number; to: number };

function* childrenOf(element: Y.XmlElement): Generator<Child> {
  let from = 0;
  for (const [index, node] of element.toArray().entries()) {
    if (!(node instanceof Y.XmlText || node instanceof Y.XmlElement)) continue;
    const to = from + (node instanceof Y.XmlText ? node.length : 1);
    yield { node, index, from, to };
    from = to;
  }
}

/** The text that a place is in or at the edge of; of two that touch there the one before it. */
function textAt(element: Y.XmlElement, place: number) {
  for (const { node, from, to } of childrenOf(element))
    if (node instanceof Y.XmlText && from <= place && place <= to) return { text: node, index: place - from };
  return null;
}

function remove(element: Y.XmlElement, from: number, to: number): void {
  for (const child of [...childrenOf(element)].reverse()) {
    const [start, end] = [Math.max(from, child.from), Math.min(to, child.to)];
    if (start >= end) continue;
    // A text that others may just be typing in stays, though it be empty.
    if (child.node instanceof Y.XmlText) child.node.delete(start - child.from, end - start);
    else element.delete(child.index, 1);
  }
}

/** Backwards too: each lands at the same place, before the one put in last. */
function insert(element: Y.XmlElement, at: number, letters: readonly Letter[]): void {
  for (const run of runsOf(letters).reverse()) {
    const place = textAt(element, at);
    if (run.isBreak) insertBreak(element, at);
    else if (place) place.text.insert(place.index, run.text, { ...run.formats });
    else element.insert(indexAt(element, at), [textOf([run])]);
  }
}

/** In the middle of a text its end becomes a text of its own, formats and all. */
function insertBreak(element: Y.XmlElement, at: number): void {
  const place = textAt(element, at);
  const added = new Y.XmlElement("hardBreak");
  if (!place) {
    element.insert(indexAt(element, at), [added]);
    return;
  }
  const tail = runsOf(lettersOfText(place.text, place.index));
  const index = element.toArray().indexOf(place.text) + 1;
  if (tail.length > 0) place.text.delete(place.index, place.text.length - place.index);
  element.insert(index, [added, ...(tail.length > 0 ? [textOf(tail)] : [])]);
}

function indexAt(element: Y.XmlElement, at: number): number {
  for (const child of childrenOf(element)) if (child.from >= at) return child.index;
  return element.length;
}
