import type { Decoder } from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { CLOSE, encode, KIND, type Message, readOwn } from "../document-model/wire";
import { type ConnectionFacts, type Phase, phaseOf } from "./phase";
import { Saving } from "./saving";

export type ConnectionState = Pick<ConnectionFacts, "code" | "reason" | "hasUnsaved" | "synced" | "role"> & {
  phase: Phase;
};

export type Connection = {
  awareness: Awareness;
  /** Fits `useSyncExternalStore`: the same object as long as nothing changed. */
  state: { get(): ConnectionState; subscribe(listener: () => void): () => void };
  /** For `beforeunload`: whether something would be lost with this page. */
  hasUnsaved(): boolean;
  /** After a refusal, when the person has signed in again or wants another try: the text is still in the document. */
  retry(): void;
  destroy(): void;
};

type Options = {
  /** ws(s)://host/sync, without the document's id. */
  url: string;
  documentId: string;
  doc: Y.Doc;
  /** For tests, which have no browser. */
  WebSocketPolyfill?: typeof WebSocket;
};

type Live = {
  provider: WebsocketProvider;
  saving: Saving;
  facts: Omit<ConnectionFacts, "hasUnsaved">;
  state: ConnectionState;
  listeners: Set<() => void>;
  markTimer: ReturnType<typeof setTimeout> | undefined;
};

const MARK_AFTER = 150;
/** `ws` itself drops what is far too large, with a code that y-websocket would try again for ever. */
const MESSAGE_TOO_BIG = 1009;

const AT_FIRST: Live["facts"] = {
  isConnected: false,
  hasFailed: false,
  synced: false,
  role: null,
  isDegraded: false,
  code: null,
  reason: null,
};

/** The document's line to the server: y-websocket, and the knowledge of what has been saved. */
export function createConnection({ url, documentId, doc, WebSocketPolyfill }: Options): Connection {
  const provider = new WebsocketProvider(url, documentId, doc, {
    connect: false,
    // Between tabs updates would pass by the server, and with it by what it allows.
    disableBc: true,
    shouldReconnect: ({ code }) => !isVerdict(code),
    ...(WebSocketPolyfill ? { WebSocketPolyfill } : {}),
  });
  const saving = new Saving();
  const state = stateOf(AT_FIRST, saving);
  const live: Live = { provider, saving, facts: AT_FIRST, state, listeners: new Set(), markTimer: undefined };
  const changed = (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) localChange(live);
  };
  doc.on("update", changed);
  listen(live);
  const stopWatching = knockWhenOffline(provider);
  provider.connect();
  return {
    awareness: provider.awareness,
    state: { get: () => live.state, subscribe: (listener) => subscribe(live, listener) },
    hasUnsaved: () => saving.hasUnsaved,
    retry: () => retry(live),
    destroy: () => {
      doc.off("update", changed);
      stopWatching();
      clearTimeout(live.markTimer);
      live.listeners.clear();
      provider.destroy();
    },
  };
}

function isVerdict(code: number): boolean {
  return (code >= 4400 && code < 4500) || code === MESSAGE_TOO_BIG;
}

function listen(live: Live): void {
  const { provider } = live;
  provider.on("status", ({ status }) => {
    if (status === "connected") tell(live, { isConnected: true });
  });
  provider.on("sync", (synced) => tell(live, { synced }));
  provider.on("connection-close", () => lost(live));
  provider.on("connection-error", () => tell(live, { hasFailed: true }));
  provider.on("closed", ({ code }) => tell(live, { code: code === MESSAGE_TOO_BIG ? CLOSE.tooLarge : code }));
  for (const kind of [KIND.hello, KIND.saved, KIND.reject, KIND.state]) {
    provider.messageHandlers[kind] = (_reply: unknown, decoder: Decoder) => heard(live, readOwn(kind, decoder));
  }
}

function heard(live: Live, message: Message): void {
  switch (message.type) {
    case "hello":
      // A page of another lineage is turned away instead of mixing two documents. [I6]
      live.provider.params = { epoch: String(message.hello.epoch) };
      tell(live, { role: message.hello.role, isDegraded: false, reason: null });
      markSoon(live);
      break;
    case "saved":
      live.saving.answered(message.mark);
      tell(live, {});
      break;
    case "reject":
      tell(live, { reason: message.code });
      break;
    case "state":
      tell(live, { isDegraded: message.state === "db-degraded" });
  }
}

function localChange(live: Live): void {
  live.saving.changed();
  markSoon(live);
  tell(live, {});
}

/** Not at every key: a mark costs a message each way. Offline, the next HELLO asks again. */
function markSoon(live: Live): void {
  live.markTimer ??= setTimeout(() => {
    live.markTimer = undefined;
    const { ws, wsconnected } = live.provider;
    if (!ws || !wsconnected || ws.readyState !== ws.OPEN) return;
    const mark = live.saving.nextMark();
    if (mark !== null) ws.send(encode({ type: "mark", mark }));
  }, MARK_AFTER);
}

/** When the device says that its network is gone, the socket is tried at once; the watchdog takes half a minute. */
function knockWhenOffline(provider: WebsocketProvider): () => void {
  if (typeof window === "undefined") return () => {};
  const knock = () => {
    if (!provider.wsconnected) return;
    provider.disconnect();
    provider.connect();
  };
  window.addEventListener("offline", knock);
  return () => window.removeEventListener("offline", knock);
}

function lost(live: Live): void {
  live.saving.disconnected();
  tell(live, { isConnected: false, synced: false, hasFailed: true });
}

function retry(live: Live): void {
  tell(live, { code: null, reason: null });
  live.provider.connect();
}

function tell(live: Live, news: Partial<Live["facts"]>): void {
  live.facts = { ...live.facts, ...news };
  const state = stateOf(live.facts, live.saving);
  if (isSame(state, live.state)) return;
  live.state = state;
  for (const listener of [...live.listeners]) listener();
}

function stateOf(facts: Live["facts"], { hasUnsaved }: Saving): ConnectionState {
  const { code, reason, synced, role } = facts;
  return { phase: phaseOf({ ...facts, hasUnsaved }), code, reason, hasUnsaved, synced, role };
}

function isSame(a: ConnectionState, b: ConnectionState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function subscribe(live: Live, listener: () => void): () => void {
  live.listeners.add(listener);
  return () => live.listeners.delete(listener);
}
