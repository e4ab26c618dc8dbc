import { defaultDeleteFilter, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { ROOTS } from "../document-model/document";
import { linkMap } from "../document-model/links";

/** The origin of a person's own linking and unlinking. */
export const LINKING = "linking";

/**
 * One history for text and links: only what was done in this page, never what came with the document or from others.
 * A block that others have written in by now is kept, even when the one who made it takes that back. [E6]
 */
export function createUndoManager(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager([doc.getXmlFragment(ROOTS.body), linkMap(doc)], {
    trackedOrigins: new Set([ySyncPluginKey, LINKING]),
    deleteFilter: (item) => defaultDeleteFilter(item, new Set(["block"])),
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
  });
}
