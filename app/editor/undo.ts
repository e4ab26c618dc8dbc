import { defaultDeleteFilter, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { ROOTS } from "../document-model/document";
import { linkMap } from "../document-model/links";

/** The origin of a person's own linking and unlinking. */
export const LINKING = "linking";

const KEPT = new Set(["block"]);

/**
 * One history for text and links: only what was done in this page, never what came with the document or from others.
 * A block that others have written in by now is kept, even when the one who made it takes that back; and with it what it
 * is, or the links that others have given it would be links of nothing. [E6]
 */
export function createUndoManager(doc: Y.Doc): Y.UndoManager {
  return new OwnUndo([doc.getXmlFragment(ROOTS.body), linkMap(doc)], {
    trackedOrigins: new Set([ySyncPluginKey, LINKING]),
    deleteFilter: (item) => defaultDeleteFilter(item, KEPT) && !isOfOthersBlock(item, doc.clientID),
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
  });
}

/**
 * Yjs remembers of what was brought back as what, and throws when that has been removed and swept away since, in the middle
 * of the step: then it was not brought back. [E43]
 */
class OwnUndo extends Y.UndoManager {
  override undo() {
    forgetSwept(this.doc);
    return super.undo();
  }

  override redo() {
    forgetSwept(this.doc);
    return super.redo();
  }
}

function forgetSwept({ store }: Y.Doc): void {
  for (const structs of store.clients.values())
    for (const item of structs)
      if (item instanceof Y.Item && item.redone && !(Y.getItem(store, item.redone) instanceof Y.Item))
        item.redone = null;
}

/** Whether it is an attribute of a block in which others' words stand. */
function isOfOthersBlock(item: Y.Item, own: number): boolean {
  const { parent, parentSub } = item;
  return parentSub !== null && parent instanceof Y.XmlElement && KEPT.has(parent.nodeName) && holdsOthers(parent, own);
}

function holdsOthers(type: Y.XmlElement | Y.XmlText, own: number): boolean {
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.id.client !== own && item.countable) return true;
    const inside = item.content instanceof Y.ContentType ? item.content.type : null;
    if ((inside instanceof Y.XmlText || inside instanceof Y.XmlElement) && holdsOthers(inside, own)) return true;
  }
  return false;
}
