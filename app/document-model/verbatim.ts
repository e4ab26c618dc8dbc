import type * as Y from "yjs";
import { keepInOrder } from "./in-order";

/**
 * A document that changes by what is written and by nothing else. Yjs tidies up doubled formatting after each change that
 * comes from elsewhere, with a deletion of its own: a node would then send what no log has, one that loads the log in
 * another order of pieces would have another text, and a page that only reads would write. And where its items stand is
 * the same in every copy, whoever wrote them. [I1] [I8] [E8]
 */
export function verbatim<Doc extends Y.Doc>(doc: Doc): Doc {
  keepInOrder();
  // Yjs asks for it right after this event; there is no setting.
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}
