import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { KIND } from "../document-model/wire";

/**
 * Tells the server, and then `changed`, what is written here. y-websocket listens to all and passes over what came from the
 * server, which Yjs has put into bytes again for it by then: a tenth of a second for a long text. So nobody listens while a text
 * comes into a document that has nothing yet; nobody can write in it either. Answers how to stop.
 */
export function hearOwnChanges(provider: WebsocketProvider, changed: (update: Uint8Array) => void): () => void {
  const { doc, messageHandlers, _updateHandler: send } = provider;
  const hear = (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    send(update, origin);
    changed(update);
  };
  doc.off("update", send);
  doc.on("update", hear);
  const read = messageHandlers[KIND.sync];
  messageHandlers[KIND.sync] = (...message) => {
    const listen = () => doc.on("update", hear);
    if (doc.store.clients.size === 0) {
      doc.off("update", hear);
      // At once when it is in: who is told that it is here may write before this message is done with.
      doc.once("afterAllTransactions", listen);
    }
    try {
      read?.(...message);
    } finally {
      listen();
    }
  };
  return () => doc.off("update", hear);
}

/** Calls after each change, whoever made it, without having it put into bytes as Yjs does for its "update". Answers how to stop. */
export function onChange(doc: Y.Doc, act: () => void): () => void {
  const look = (_: unknown, transactions: readonly Y.Transaction[]) => {
    if (transactions.some(hasContent)) act();
  };
  doc.on("afterAllTransactions", look);
  return () => doc.off("afterAllTransactions", look);
}

function hasContent({ beforeState, afterState, deleteSet }: Y.Transaction): boolean {
  return deleteSet.clients.size > 0 || [...afterState].some(([client, clock]) => beforeState.get(client) !== clock);
}
