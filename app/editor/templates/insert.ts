import type { NodeType, Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Target } from "../../document-model/document";
import { SIGNED } from "../../document-model/signature";
import type { Line, Part } from "./parts";

/** A line that was put in and what it is to be linked to; `pos` counts in the transaction's own text. */
export type PutIn = { pos: number; targets: readonly Target[] };

const HEADING_LEVEL = 2;

/**
 * Puts the parts in: under their heading where that stands empty, else with a heading before the signature, the caret
 * in the first line. What has its heading and words already is left alone; nothing put in answers null.
 */
export function insertParts(state: EditorState, tr: Transaction, parts: readonly Part[]): PutIn[] | null {
  const block = state.schema.nodes["block"];
  if (!block) return null;
  const put: { pos: number; steps: number; line: Line }[] = [];
  for (const part of parts) {
    const at = placeOf(tr.doc, part);
    if (at === null) continue;
    const nodes = nodesOf(block, part, at.hasHeading);
    tr.replaceWith(at.pos, at.pos + at.empty, nodes);
    let pos = at.pos;
    for (const [index, node] of nodes.entries()) {
      const line = part.lines[index - (nodes.length - part.lines.length)];
      if (line) put.push({ pos, steps: tr.steps.length, line });
      pos += node.nodeSize;
    }
  }
  if (put.length === 0) return null;
  const now = put.map(({ pos, steps, line }) => ({
    pos: tr.mapping.slice(steps).map(pos),
    targets: line.targets,
    line,
  }));
  const first = now.find(({ line }) => line.text === "" || line.text.endsWith(" ")) ?? now[0];
  if (first) tr.setSelection(TextSelection.create(tr.doc, first.pos + 1 + first.line.text.length)).scrollIntoView();
  return now.map(({ pos, targets }) => ({ pos, targets }));
}

type Place = {
  pos: number;
  hasHeading: boolean /** Of an empty paragraph there, which is written in place of. */;
  empty: number;
};

function placeOf(doc: PmNode, { heading, lines }: Part): Place | null {
  if (heading === "") return hasLine(doc, lines[0]?.text ?? "") ? null : { ...endOf(doc), hasHeading: true };
  for (let index = 0, pos = 0; index < doc.childCount; index++) {
    const node = doc.child(index);
    pos += node.nodeSize;
    if (node.attrs["kind"] !== "heading" || node.textContent.trim() !== heading) continue;
    const next = doc.maybeChild(index + 1);
    const hasWords = next && next.attrs["kind"] !== "heading" && next.textContent.trim() !== "";
    if (hasWords && !SIGNED.test(next.textContent)) return null;
    const isEmpty = next?.type.name === "block" && next.content.size === 0;
    return { pos, hasHeading: true, empty: isEmpty ? next.nodeSize : 0 };
  }
  const isBare = doc.childCount === 1 && doc.firstChild?.content.size === 0;
  if (isBare) return { pos: 0, hasHeading: false, empty: doc.content.size };
  return { pos: beforeSignature(doc), hasHeading: false, empty: 0 };
}

function hasLine(doc: PmNode, text: string): boolean {
  let found = false;
  doc.forEach((node) => {
    if (node.textContent.trim() === text) found = true;
  });
  return found;
}

function endOf(doc: PmNode): { pos: number; empty: number } {
  const last = doc.lastChild;
  const isEmpty = last?.type.name === "block" && last.content.size === 0;
  return { pos: doc.content.size - (isEmpty ? last.nodeSize : 0), empty: isEmpty ? last.nodeSize : 0 };
}

/** Before "På vegne af …" where that ends the text. */
function beforeSignature(doc: PmNode): number {
  const last = doc.lastChild;
  return last && SIGNED.test(last.textContent) ? doc.content.size - last.nodeSize : doc.content.size;
}

function nodesOf(block: NodeType, { heading, lines }: Part, hasHeading: boolean): PmNode[] {
  const { schema } = block;
  const words = (text: string) => (text === "" ? null : schema.text(text));
  const head = block.create({ id: null, kind: "heading", level: HEADING_LEVEL }, words(heading));
  const body = lines.map(({ kind, text }) => block.create({ id: null, kind, level: 0 }, words(text)));
  return hasHeading ? body : [head, ...body];
}
