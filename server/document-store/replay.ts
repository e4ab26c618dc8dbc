import * as Y from "yjs";
import { verbatim } from "../../app/document-model/verbatim";

/**
 * The document that a log adds up to. One transaction: twenty thousand updates take 0.1 s so, and ten seconds
 * with `Y.mergeUpdates`. It is the same in however many pieces: the document is verbatim.
 */
export function replay(updates: readonly Uint8Array[], onto = verbatim(new Y.Doc())): Y.Doc {
  onto.transact(() => {
    for (const update of updates) Y.applyUpdate(onto, update);
  });
  return onto;
}

/** Whether something was written on a ground that is missing. */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
