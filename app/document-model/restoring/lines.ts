import { diffArrays } from "diff";
import * as Y from "yjs";
import type { Inline } from "../document";
import { lettersOf, newText, rewrite } from "./rewrite";

type Run = Extract<Inline, { text: string }>;
/** What stands between two line breaks. */
type Line = { texts: Y.XmlText[] };
type Child = Y.XmlText | Y.XmlElement;

/** Makes a block's words read so, line by line: what stays is left where it is. [V6] */
export function rewriteContent(block: Y.XmlElement, content: readonly Inline[]): void {
  const wanted = linesOf(content);
  const { lines, breaks } = linesIn(block);
  const kept = pairs(lines, wanted);
  const keepsBreaks = lines.length === wanted.length;
  const children = wanted.flatMap((runs, index): Child[] => {
    const before = index === 0 ? [] : [(keepsBreaks && breaks[index - 1]) || new Y.XmlElement("hardBreak")];
    const line = kept[index];
    const texts = line ? line.texts : runs.length > 0 ? [newText(runs)] : [];
    return [...before, ...texts];
  });
  arrange(block, children);
  wanted.forEach((runs, index) => {
    const line = kept[index];
    if (line) rewrite(line.texts, runs);
  });
}

/** Brings the children into that order; those that are there already stand in it. */
export function arrange(parent: Y.XmlElement | Y.XmlFragment, children: readonly Child[]): void {
  const staying = new Set<unknown>(children);
  const found = parent.toArray();
  for (let at = found.length - 1; at >= 0; at--) if (!staying.has(found[at])) parent.delete(at, 1);
  children.forEach((child, at) => {
    if (parent.get(at) !== child) parent.insert(at, [child]);
  });
}

function linesOf(content: readonly Inline[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const inline of content) {
    if ("break" in inline) lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

function linesIn(block: Y.XmlElement): { lines: Line[]; breaks: Y.XmlElement[] } {
  const lines: Line[] = [{ texts: [] }];
  const breaks: Y.XmlElement[] = [];
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) lines.at(-1)?.texts.push(child);
    else if (child instanceof Y.XmlElement && child.nodeName === "hardBreak") {
      breaks.push(child);
      lines.push({ texts: [] });
    }
  }
  return { lines, breaks };
}

/** For each line that is wanted the one whose texts it goes on with: the same words, else what stands in its place. */
function pairs(lines: readonly Line[], wanted: readonly Run[][]): (Line | null)[] {
  const withText = (line: Line | undefined) => (line && line.texts.length > 0 ? line : null);
  if (lines.length === wanted.length) return wanted.map((_, index) => withText(lines[index]));
  const before = lines.map(({ texts }) => lettersOf(texts));
  const after = wanted.map((runs) => runs.map(({ text }) => text).join(""));
  const found: (Line | null)[] = [];
  let at = 0;
  let spare: (Line | undefined)[] = [];
  for (const { value, added, removed } of diffArrays(before, after)) {
    if (removed) spare.push(...lines.slice(at, at + value.length));
    else if (added) for (const _ of value) found.push(withText(spare.shift()));
    else {
      spare = [];
      found.push(...lines.slice(at, at + value.length).map(withText));
    }
    if (!added) at += value.length;
  }
  return found;
}
