/**
 * Where something stands in the editor's text and in the Y.Doc. y-tiptap counts through the text from its beginning, for one's
 * own caret eight times a key and for each of the others' carets twice a frame; here the paragraph is found at once, and only
 * what stands in none is counted as before.
 */
import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** What we read of y-tiptap's binding. */
export type Drawn = {
  type: Y.XmlFragment;
  /** Which node of the editor each element of the Y.Doc was drawn as. */
  mapping: Map<unknown, unknown>;
};

export function relativeFrom({ type, mapping }: Drawn, doc: PmNode, pos: number): Y.RelativePosition {
  const text = pos > 0 && pos <= doc.content.size ? textAt(type, mapping, doc, pos) : null;
  if (text) return Y.createRelativePositionFromTypeIndex(text.of, text.offset, -1);
  return absolutePositionToRelativePosition(pos, type, mapping as never);
}

function textAt(type: Y.XmlFragment, mapping: Drawn["mapping"], doc: PmNode, pos: number) {
  const $pos = doc.resolve(pos);
  if ($pos.depth !== 1 || !$pos.parent.isTextblock) return null;
  const block = type.get($pos.index(0));
  if (!(block instanceof Y.XmlElement) || mapping.get(block) !== $pos.parent) return null;
  const of = block.length > 0 ? block.get(0) : null;
  return of instanceof Y.XmlText && $pos.parentOffset <= of.length ? { of, offset: $pos.parentOffset } : null;
}

/** Null where nothing stands any more, or y-tiptap does not trust the answer. */
export function absoluteFrom({ type, mapping }: Drawn, doc: PmNode, relative: Y.RelativePosition): number | null {
  const y = type.doc;
  if (!y) return null;
  const at = Y.createAbsolutePositionFromRelativePosition(relative, y);
  const block = at?.type instanceof Y.XmlText ? at.type.parent : null;
  if (at && block instanceof Y.XmlElement && block.parent === type && block.get(0) === at.type) {
    const pos = placesIn(doc).get(mapping.get(block));
    // Of the very beginning y-tiptap does not believe that it is meant.
    if (pos !== undefined && pos > 0) return pos + 1 + at.index;
  }
  return relativePositionToAbsolutePosition(y, type, relative, mapping as never);
}

const known = new WeakMap<PmNode, Map<unknown, number>>();

/** Where each node of the top level begins; one that stands there twice has no place. */
function placesIn(doc: PmNode): Map<unknown, number> {
  const there = known.get(doc);
  if (there) return there;
  const places = new Map<unknown, number>();
  doc.forEach((node, offset) => {
    places.set(node, places.has(node) ? 0 : offset);
  });
  known.set(doc, places);
  return places;
}

/** The selection as y-tiptap keeps it, to set it again after a change of others or an undo. */
export function relativeSelection(drawn: Drawn, { doc, selection }: EditorState) {
  const { anchor, head } = selection;
  const type: unknown = Reflect.get(selection, "jsonID");
  const fixed = relativeFrom(drawn, doc, anchor);
  return {
    type,
    depth: type === "nodeRange" ? Reflect.get(selection, "depth") : undefined,
    anchor: fixed,
    head: head === anchor ? fixed : relativeFrom(drawn, doc, head),
    absAnchor: anchor,
    absHead: head,
  };
}
