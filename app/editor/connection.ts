import type { Decoder } from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { verbatim } from "../document-model/verbatim";
import { CLOSE, encode, KIND, type Message, readOwn } from "../document-model/wire";
import { hearOwnChanges } from "./changes";
import { chooseSocket } from "./choose-socket";
import { askForClaim, type Claim, type ClaimAhead, isVerdict } from "./claim";
import { updatesAfterComposing } from "./composing";
import { type ConnectionState, factIn, lineAfter, StateStore } from "./connection-state";
import { listenToDevice } from "./device";
import { LineWatch } from "./line-watch";
import { MarkPace } from "./mark-pace";
import { Opening } from "./opening";
import { sayOnlyOwnPresence } from "./own-presence";
import type { ConnectionFacts } from "./phase";
import { type Change, Saving } from "./saving";

export type { ConnectionState } from "./connection-state";

export type Connection = {
  awareness: Awareness;
  /** Fits `useSyncExternalStore`: the same object as long as nothing changed. */
  state: { get(): ConnectionState; subscribe(listener: () => void): () => void };
  /** For `beforeunload`: whether something would be lost with this page. */
  hasUnsaved(): boolean;
  /** What the page's own client has written from that clock on is not saved. */
  unsavedFrom(): { client: number; clock: number };
  /** What is not saved, as it was written, and the claim it was written under; null until the server has issued one. */
  unsaved(): { claim: Claim; changes: readonly Change[] } | null;
  /** After a refusal, when the person has signed in again or wants another try: the text is still in the document. */
  retry(): void;
  destroy(): void;
};

type Options = {
  /** ws(s)://host/sync, without the document's id. */
  url: string;
  documentId: string;
  doc: Y.Doc;
  /** A claim that was asked for before the document was there. */
  ahead?: ClaimAhead;
  /** Brings what an earlier page wrote under its claim: it is not seen to be here, and writes nothing of its own. [I4] */
  isCourier?: boolean;
  /** For tests, which have no browser. */
  WebSocketPolyfill?: typeof WebSocket;
  fetch?: typeof globalThis.fetch;
};

type Live = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  saving: Saving;
  state: StateStore;
  watch: LineWatch;
  opening: Opening;
  pace: MarkPace;
  timers: Partial<Record<"open" | "move" | "place", ReturnType<typeof setTimeout>>>;
};

/** A socket that does not open is left for another: where the network swallows everything it would wait for minutes. */
const OPENS_WITHIN = 8_000;
/** The same for one that opens and then carries nothing. A server that has much to load may take its time. */
const GREETS_WITHIN = 20_000;
/** A server that is changed for another answers again by then; later than that, the line counts as lost. */
const MOVES_WITHIN = 10_000;
/** How often a page that found the room full asks again for a place, with some scatter. */
const ASKS_FOR_PLACE = 30_000;
/** A living server has said something by then: it keeps the line alive every 15 s. */
const SILENT = 20_000;
/** `ws` itself drops what is far too large, with a code that y-websocket would try again for ever. */
const MESSAGE_TOO_BIG = 1009;

/** The document's line to the server: y-websocket, and the knowledge of what has been saved. */
export function createConnection(options: Options): Connection {
  const live = createLive(options);
  const { provider, saving, state, opening, doc } = live;
  const stops = [followDocument(live, options), listenToDevice((sign) => noticed(live, sign))];
  listen(live);
  opening.begin();
  return {
    awareness: provider.awareness,
    state,
    hasUnsaved: () => saving.hasUnsaved,
    unsavedFrom: () => ({ client: opening.claim?.clientID ?? doc.clientID, clock: saving.savedClock }),
    unsaved: () => opening.claim && { claim: opening.claim, changes: saving.unsaved },
    retry: () => retry(live),
    destroy: () => {
      for (const stop of stops) stop();
      for (const timer of Object.values(live.timers)) clearTimeout(timer);
      opening.stop();
      live.pace.stop();
      live.watch.rest();
      state.close();
      provider.destroy();
    },
  };
}

function createLive({ url, documentId, doc, ahead, isCourier, ...given }: Options): Live {
  verbatim(doc);
  const { WebSocketPolyfill = chooseSocket(), fetch = globalThis.fetch } = given;
  const provider = new WebsocketProvider(url, documentId, doc, {
    connect: false,
    // Between tabs updates would pass by the server, and with it by what it allows.
    disableBc: true,
    // Pages that lost their line together do not all come back together.
    maxBackoffTime: 2_000 + Math.random() * 1_500,
    shouldReconnect: ({ code }) => !isVerdict(code) && code !== MESSAGE_TOO_BIG,
    WebSocketPolyfill,
  });
  updatesAfterComposing(provider);
  if (isCourier) provider.awareness.setLocalState(null);
  else sayOnlyOwnPresence(provider);
  const opening = new Opening({
    provider,
    ask: async () => {
      await Reflect.get(WebSocketPolyfill, "ready");
      return ahead?.take() ?? askForClaim({ url, documentId, fetch });
    },
    claimed: ({ clientID }) => isCourier || speakAs(provider, clientID),
    refused: (code) => tell(live, { code }),
    failed: (code) => lost(live, code),
  });
  const watch = new LineWatch({
    heardAt: () => provider.wsLastMessageReceived,
    isWaiting: () => isWaiting(live),
    probe: () => send(live, { type: "step1", stateVector: Y.encodeStateVector(doc) }),
    slow: () => live.state.facts.server === "ok" && tell(live, { server: "slow" }),
    dead: () => knock(live),
  });
  const live: Live = {
    doc,
    provider,
    saving: new Saving(),
    state: new StateStore(),
    watch,
    opening,
    pace: new MarkPace(() => mark(live)),
    timers: {},
  };
  return live;
}

/** From now on everything this page writes and shows is under that client id. It has written nothing yet. [I4] */
function speakAs({ doc, awareness }: WebsocketProvider, clientID: number): void {
  const shown = awareness.getLocalState();
  awareness.states.delete(awareness.clientID);
  awareness.meta.delete(awareness.clientID);
  doc.clientID = clientID;
  awareness.clientID = clientID;
  awareness.setLocalState(shown);
}

function followDocument(live: Live, { isCourier }: Options): () => void {
  const { doc, provider, opening } = live;
  const deafen = hearOwnChanges(provider, (update) => {
    live.saving.changed(update);
    live.pace.changed();
    tell(live, {});
  });
  // Yjs takes another id when ours comes from elsewhere: two pages would be writing as one. [I4]
  const settled = () => {
    if (isCourier || !opening.claim || doc.clientID === opening.claim.clientID) return;
    doc.clientID = opening.claim.clientID;
    provider.disconnect();
    tell(live, { code: CLOSE.stale });
  };
  doc.on("afterTransactionCleanup", settled);
  return () => {
    deafen();
    doc.off("afterTransactionCleanup", settled);
  };
}

function listen(live: Live): void {
  const { provider } = live;
  provider.on("status", ({ status }) => {
    const within = { connecting: OPENS_WITHIN, connected: GREETS_WITHIN, disconnected: null }[status];
    timer(live, "open", within, () => abandon(live));
  });
  provider.on("sync", (synced) => tell(live, { synced }));
  provider.on("connection-close", (event) => lost(live, event?.code ?? null));
  provider.on("closed", ({ code }) => tell(live, { code: code === MESSAGE_TOO_BIG ? CLOSE.tooLarge : code }));
  for (const kind of [KIND.hello, KIND.saved, KIND.reject, KIND.state]) {
    provider.messageHandlers[kind] = (_reply: unknown, decoder: Decoder) => heard(live, readOwn(kind, decoder));
  }
}

function heard(live: Live, message: Message): void {
  switch (message.type) {
    case "hello":
      greeted(live, message.hello);
      break;
    case "saved":
      live.saving.answered(message.mark);
      live.watch.answered();
      tell(live, live.state.facts.server === "slow" ? { server: "ok" } : {});
      break;
    case "reject":
      tell(live, { reason: message.code });
      break;
    case "state":
      tell(live, factIn(message.state));
  }
}

function greeted(live: Live, hello: Extract<Message, { type: "hello" }>["hello"]): void {
  const { role } = hello;
  const why = hello.why ?? null;
  timer(live, "open", null);
  timer(live, "move", null);
  if (why === null) timer(live, "place", null);
  else timer(live, "place", ASKS_FOR_PLACE * (0.75 + Math.random() / 2), () => askForPlace(live));
  tell(live, { line: "open", role, why, server: "ok", isLarge: false, reason: null });
  live.pace.askNow();
}

/** Offline, the next HELLO asks again. */
function mark(live: Live): void {
  if (!isOpen(live)) return;
  const number = live.saving.nextMark(Y.getState(live.doc.store, live.doc.clientID));
  if (number === null) return;
  send(live, { type: "mark", mark: number });
  live.watch.asked();
}

function isOpen({ provider: { ws, wsconnected } }: Live): boolean {
  return ws !== null && wsconnected && ws.readyState === ws.OPEN;
}

function send(live: Live, message: Message): void {
  if (isOpen(live)) live.provider.ws?.send(encode(message));
}

/** Who only reads, is refused, or was told that the database is away, is not answered: that says nothing of the line. */
function isWaiting({ saving, state }: Live): boolean {
  const { role, reason, server } = state.facts;
  return saving.isWaiting && role === "write" && reason === null && server !== "degraded";
}

/** Another socket, at once; nothing that was written is lost with the old one. */
function knock(live: Live): void {
  if (live.state.facts.code !== null) return;
  live.provider.disconnect();
  live.opening.begin();
}

function abandon(live: Live): void {
  tell(live, { line: "lost" });
  knock(live);
}

function askForPlace(live: Live): void {
  tell(live, { line: "knocking" });
  knock(live);
}

/** What the device says is only a hint: the line is tried at once, which would else take up to half a minute. */
function noticed(live: Live, sign: "offline" | "online" | "seen"): void {
  const { line } = live.state.facts;
  const isSilent = Date.now() - live.provider.wsLastMessageReceived > SILENT;
  const isInDoubt = line === "open" && (sign === "offline" || isSilent);
  const mayBeBack = sign !== "offline" && (line === "lost" || line === "busy");
  if (isInDoubt || mayBeBack) knock(live);
}

function lost(live: Live, code: number | null): void {
  const { line } = live.state.facts;
  const after = lineAfter(line, code);
  live.saving.disconnected();
  live.watch.rest();
  tell(live, { line: after, synced: false });
  if (after === "moving" && line !== "moving") timer(live, "move", MOVES_WITHIN, () => tell(live, { line: "lost" }));
}

function retry(live: Live): void {
  const { line } = live.state.facts;
  tell(live, { code: null, reason: null, line: line === "open" ? "knocking" : "opening" });
  knock(live);
}

function tell(live: Live, news: Partial<ConnectionFacts>): void {
  live.state.tell({ ...news, hasUnsaved: live.saving.hasUnsaved });
}

/** One timer of each name; null ends it. */
function timer(live: Live, name: keyof Live["timers"], after: number | null, act?: () => void): void {
  clearTimeout(live.timers[name]);
  live.timers[name] = after === null || !act ? undefined : setTimeout(act, after);
}
