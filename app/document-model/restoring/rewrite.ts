import { diffArrays } from "diff";
import type * as Y from "yjs";
import type { Inline } from "../document";
import { isNoteMark, noteMark } from "../note-marks";
import { marksOf, writeText } from "../write";

type Run = Extract<Inline, { text: string }>;
type Edit = { at: number; removed: number; from: number; to: number };
type Texts = readonly Y.XmlText[];
type Formats = Record<string, unknown>;

/** A word, white space, or a sign: what is put in or taken away is never a part of one. */
const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{M}\p{N}]/gu;
/** As in compare.ts: of words that differ so much, nothing is kept. */
const MAX_EDITS = 1500;

/**
 * Makes these texts, which stand beside each other, read as the runs do. Words that stay are not touched: what others have
 * laid on them (a comment's mark) stays, and what others type between them at the same moment does, too. [V6]
 */
export function rewrite(texts: Texts, runs: readonly Run[]): void {
  const target = runs.map(({ text }) => text).join("");
  for (const edit of editsOf(lettersOf(texts), target).reverse()) {
    remove(texts, edit.at, edit.removed);
    insert(texts, edit.at, cut(runs, edit.from, edit.to));
  }
  let at = 0;
  for (const run of runs) {
    format(texts, at, run);
    at += run.text.length;
  }
}

export function lettersOf(texts: Texts): string {
  return texts.flatMap(deltaOf).reduce((text, { insert: letters }) => text + letters, "");
}

function deltaOf(text: Y.XmlText): { insert: string; attributes: Formats }[] {
  const delta: { insert?: unknown; attributes?: Formats }[] = text.toDelta();
  return delta.flatMap(({ insert: letters, attributes = {} }) =>
    typeof letters === "string" ? [{ insert: letters, attributes }] : [],
  );
}

function editsOf(before: string, after: string): Edit[] {
  const [old, fresh] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const parts = diffArrays([...old], [...fresh], { maxEditLength: MAX_EDITS });
  if (!parts) return [{ at: 0, removed: before.length, from: 0, to: after.length }];
  const edits: Edit[] = [];
  let [at, to] = [0, 0];
  let open: Edit | null = null;
  for (const { value, added, removed } of parts) {
    const length = value.join("").length;
    if (!added && !removed) {
      at += length;
      to += length;
      open = null;
      continue;
    }
    if (!open) {
      open = { at, removed: 0, from: to, to };
      edits.push(open);
    }
    if (removed) {
      open.removed += length;
      at += length;
    } else {
      open.to += length;
      to += length;
    }
  }
  return edits;
}

/** The texts that these letters stand in, and where. */
function* within(
  texts: Texts,
  at: number,
  length: number,
): Generator<{ text: Y.XmlText; from: number; count: number }> {
  let begin = 0;
  for (const text of texts) {
    const from = Math.max(at, begin);
    const count = Math.min(at + length, begin + text.length) - from;
    if (count > 0) yield { text, from: from - begin, count };
    begin += text.length;
  }
}

function remove(texts: Texts, at: number, length: number): void {
  for (const { text, from, count } of [...within(texts, at, length)].reverse()) text.delete(from, count);
}

/** Given with its formats, it takes none from the words beside it. */
function insert(texts: Texts, at: number, runs: readonly Run[]): void {
  const [place] = at > 0 ? within(texts, at - 1, 1) : [];
  const text = place?.text ?? texts[0];
  let index = place ? place.from + 1 : 0;
  for (const run of runs) {
    text?.insert(index, run.text, marksOf(run));
    index += run.text.length;
  }
}

function cut(runs: readonly Run[], from: number, to: number): Run[] {
  let begin = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - begin), Math.max(0, to - begin));
    begin += run.text.length;
    return text === "" ? [] : [{ ...run, text }];
  });
}

/** Of the marks that a text is read by; others' are not touched. */
function format(texts: Texts, at: number, run: Run): void {
  const wanted: Formats = marksOf(run);
  for (const { text, from, count } of [...within(texts, at, run.text.length)]) {
    let begin = 0;
    for (const { insert: letters, attributes } of deltaOf(text)) {
      const start = Math.max(from, begin);
      const length = Math.min(from + count, begin + letters.length) - start;
      const changes = length > 0 ? changesTo(attributes, wanted) : {};
      if (Object.keys(changes).length > 0) text.format(start, length, changes);
      begin += letters.length;
    }
  }
}

function changesTo(now: Formats, wanted: Formats): Formats {
  const names = [...Object.keys(now).filter(isOurs), ...Object.keys(wanted)];
  const differing = names.filter((name) => saying(name, now[name]) !== saying(name, wanted[name]));
  return Object.fromEntries(differing.map((name) => [name, wanted[name] ?? null]));
}

function isOurs(name: string): boolean {
  return name === "bold" || name === "italic" || name === "link" || isNoteMark(name, null);
}

/** What a mark says, as it is read. */
function saying(name: string, mark: unknown): string {
  if (name === "bold" || name === "italic") return mark ? "yes" : "";
  if (typeof mark !== "object" || mark === null) return "";
  if ("href" in mark) return String(mark.href);
  return "id" in mark && typeof mark.id === "string" && name === noteMark(mark.id) ? mark.id : "";
}

/** A text of its own, for a line that had none. */
export function newText(runs: readonly Run[]): Y.XmlText {
  return writeText(runs.map((run) => ({ insert: run.text, attributes: marksOf(run) })));
}
