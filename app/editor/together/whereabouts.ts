import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { onChange } from "../changes";
import type { Caret } from "./people";

/** The paragraph somebody's caret is in; null where it is in none, or in one that is gone. */
export function blockAt(doc: Y.Doc, { head }: Caret): Y.XmlElement | null {
  const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(head), doc);
  for (let type: unknown = place?.type; type instanceof Y.AbstractType; type = type._item?.parent) {
    if (type._item?.deleted) return null;
    if (type instanceof Y.XmlElement && type.nodeName === "block") return type;
  }
  return null;
}

/**
 * Calls when a caret may stand elsewhere than before. A caret is told at once and the words it stands in when they are
 * committed: it is often told first, and nothing is said of it again when they come. Answers how to stop. [E31]
 */
export function onMoves(doc: Y.Doc, awareness: Awareness, moved: () => void): () => void {
  awareness.on("change", moved);
  const still = onChange(doc, moved);
  return () => {
    awareness.off("change", moved);
    still();
  };
}

/** The heading it stands under, or is; "" before the first. From there upwards alone: the text may be long. */
export function headingOver(block: Y.XmlElement): string {
  let item = block._item;
  // Out of cells and tables, to the text's own level.
  while (item?.parent instanceof Y.AbstractType && item.parent._item) item = item.parent._item;
  for (; item; item = item.left) {
    const made = !item.deleted && item.content instanceof Y.ContentType ? item.content.type : null;
    if (made instanceof Y.XmlElement && made.getAttribute("kind") === "heading") return wordsOf(made);
  }
  return "";
}

/** Without marks. */
function wordsOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .flatMap((part): unknown[] => (part instanceof Y.XmlText ? part.toDelta() : []))
    .map((part) => (typeof part === "object" && part !== null && "insert" in part ? part.insert : ""))
    .filter((words) => typeof words === "string")
    .join("");
}
