import { WebSocket } from "ws";
import * as Y from "yjs";
import { decode, type Message } from "../../../app/document-model/wire";
import { createConnection } from "../../../app/editor/connection";
import type { DocumentId } from "../../../db/ids";
import { waitFor } from "../raw";
import { fetchAs } from "../server";

/** What a test may listen to: every frame of the page, as it is sent and heard. */
export type Taps = { sent?: (message: Message) => void; heard?: (message: Message) => void };

export type Line = { port: number };

/** A page of that person through a line: a document and the page's own connection. */
export function pageThrough({ port }: Line, documentId: DocumentId, cookie: string, taps: Taps = {}) {
  const doc = new Y.Doc();
  const promised = promises(doc, taps);
  const url = `ws://127.0.0.1:${port}/sync`;
  const ways = { WebSocketPolyfill: tapped(cookie, promised.taps), fetch: fetchAs(cookie) };
  const connection = createConnection({ url, documentId, doc, ...ways });
  const close = () => {
    connection.destroy();
    doc.destroy();
  };
  const phase = () => connection.state.get().phase;
  return {
    doc,
    connection,
    phase,
    close,
    savedClock: promised.savedClock,
    synced: () => waitFor(() => connection.state.get().synced),
  };
}

export type ChaosPage = ReturnType<typeof pageThrough>;

/** How far the server has called the page's own text saved, by the page's own frames. [I2] */
function promises(doc: Y.Doc, { sent, heard }: Taps) {
  const marked = new Map<number, number>();
  let saved = 0;
  const taps: Taps = {
    sent: (message) => {
      if (message.type === "mark") marked.set(message.mark, Y.getState(doc.store, doc.clientID));
      sent?.(message);
    },
    heard: (message) => {
      // A new socket: marks of the old one are answered by nobody.
      if (message.type === "hello") marked.clear();
      if (message.type === "saved") saved = Math.max(saved, marked.get(message.mark) ?? 0);
      heard?.(message);
    },
  };
  return { taps, savedClock: () => saved };
}

/** A socket with a cookie, as a browser would send it, that lets the test listen. */
function tapped(cookie: string, { sent, heard }: Taps): typeof globalThis.WebSocket {
  class Tapped extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie } });
      if (heard) this.on("message", (data: ArrayBuffer) => heard(decode(new Uint8Array(data))));
    }
    override send(data: Uint8Array): void {
      sent?.(decode(data));
      super.send(data);
    }
  }
  // The same interface, without the browser's event target.
  return Tapped as unknown as typeof globalThis.WebSocket;
}
