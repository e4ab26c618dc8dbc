import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import { needsRepair, repairUpdate } from "../../app/document-model/repair";
import { replay } from "../document-store";

/**
 * What gives every block an id of its own; null when they have one. Made on a copy: a room's document changes by what is
 * committed and by nothing else. [E4] [I1]
 */
export function repairOf(doc: Y.Doc): Uint8Array | null {
  if (!needsRepair(doc)) return null;
  const copy = replay([Y.encodeStateAsUpdate(doc)]);
  const payload = repairUpdate(copy, newBlockId);
  copy.destroy();
  return payload;
}
