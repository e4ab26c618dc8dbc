/**
 * Writing the editor's text into the Y.Doc. y-tiptap compares every paragraph with what stands there, also those that it has
 * written or drawn itself. Here it is shown only the stretch that is another, and does to it what it would have done.
 */
import { Fragment, type Node as PmNode } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Drawn } from "./positions";

type Target = Drawn & { doc: Y.Doc };

/** So many unchanged neighbours on each side are shown too: by them it pairs what was with what is. */
const NEIGHBOURS = 2;

/** Makes the Y.Doc say what the text says. Wants a transaction around it. */
export function write(target: Target, text: PmNode): void {
  const { doc, type, mapping } = target;
  if (mapping.get(type) === text) return;
  const written = type.toArray();
  const nodes = text.content.content;
  const least = Math.min(written.length, nodes.length);
  const isSame = (one: number, other: number) => mapping.get(written[one]) === nodes[other];
  let start = 0;
  while (start < least && isSame(start, start)) start += 1;
  let end = 0;
  while (end < least - start && isSame(written.length - 1 - end, nodes.length - 1 - end)) end += 1;
  const [block, node] = [written[start], nodes[start]];
  const isOne = start + end === written.length - 1 && start + end === nodes.length - 1;
  if (isOne && node && block instanceof Y.XmlElement && block.nodeName === node.type.name) {
    updateYFragment(doc, block, node, target as never);
  } else {
    start = Math.max(0, start - NEIGHBOURS);
    end = Math.max(0, end - NEIGHBOURS);
    const stretch = stretchOf(type, written.slice(start, written.length - end), start);
    const content = Fragment.from(nodes.slice(start, nodes.length - end));
    updateYFragment(doc, stretch as never, text.copy(content), target as never);
    mapping.delete(stretch);
  }
  mapping.set(type, text);
}

/** A part of the top level, as if it were all of it: what y-tiptap asks of one, and does to it. */
function stretchOf(type: Y.XmlFragment, children: ReturnType<Y.XmlFragment["toArray"]>, start: number) {
  return {
    toArray: () => children,
    get: (index: number) => type.get(start + index),
    slice: (from: number, to: number) => type.slice(start + from, start + to),
    insert: (index: number, content: Parameters<Y.XmlFragment["insert"]>[1]) => type.insert(start + index, content),
    delete: (index: number, length: number) => type.delete(start + index, length),
  };
}
