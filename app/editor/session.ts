import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import type { ClaimAhead } from "./claim";
import type { Connection, ConnectionState, createConnection } from "./connection";
import { syncUrl } from "./sync-url";

/** Makes the live connection; tests hand in one without a network. */
export type Connect = typeof createConnection;

export type Session = { doc: Y.Doc; connection: Connection };

/** One Y.Doc and one connection for as long as the page shows this document. */
export function useSession(documentId: string, connect: Connect, ahead?: ClaimAhead): Session | null {
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    const doc = new Y.Doc();
    const connection = connect({ url: syncUrl(), documentId, doc, ...(ahead ? { ahead } : {}) });
    setSession({ doc, connection });
    return () => {
      setSession(null);
      connection.destroy();
      doc.destroy();
    };
  }, [documentId, connect, ahead]);
  return session;
}

/** `hasText`: the text has arrived once. A lost connection does not take it away again, and writing goes on. */
export function useConnectionState({ state }: Connection): ConnectionState & { hasText: boolean } {
  const now = useSyncExternalStore(state.subscribe, state.get);
  const hasText = useRef(false);
  hasText.current ||= now.synced;
  return { ...now, hasText: hasText.current };
}
