import type { HttpSocket } from "./http-socket";
import { AT_FIRST, type Choice, heardOn, lineFailed, remembered, socketFailed, wayAt } from "./socket-choice";

type Given = {
  WebSocket: typeof WebSocket;
  /** Its code comes when WebSockets have come to nothing, or the tab remembers that they do: few need it. */
  HttpSocket: typeof HttpSocket | null;
  /** Whether the server answers over HTTP right now. */
  reaches(server: URL): Promise<boolean>;
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;
  now(): number;
};
type State = Given & { choice: Choice };

const KEPT = "samsvar-line-since";
const REACHES_WITHIN = 5_000;
/** A page gives up on a socket that does not open after more than this; whoever leaves the page does so sooner. */
const SWALLOWED = 4_000;

/**
 * What y-websocket takes for its `WebSocketPolyfill`, one for each connection: `new` gives a WebSocket, or, after two of them
 * came to nothing while the server answers over HTTP, a line over plain HTTP with the same interface. The tab remembers that
 * for ten minutes. A WebSocket that hangs is the page's to close; when it does, after four seconds or more, that one is
 * enough. Nothing else needs to be told, but that it is knocked with once it is ready. [W9]
 */
export function chooseSocket(given: Partial<Given> = {}): ChosenSocket {
  const state: State = {
    WebSocket: globalThis.WebSocket,
    HttpSocket: null,
    reaches,
    storage: tabStorage(),
    now: Date.now,
    ...given,
    choice: AT_FIRST,
  };
  state.choice = remembered(state.storage?.getItem(KEPT) ?? null, state.now());
  // Called with `new`, it hands out what it returns.
  function Chosen(url: string, protocols?: string[]) {
    const { HttpSocket: Line, choice } = state;
    if (Line && wayAt(choice, state.now()) === "line") return line(state, Line, url, protocols);
    return socket(state, url, protocols);
  }
  // Without the code it is a WebSocket that is tried once more.
  const ready = wayAt(state.choice, state.now()) === "line" ? fetchLine(state).catch(() => {}) : Promise.resolve();
  // As much of the interface as y-websocket uses; HttpSocket says which.
  return Object.assign(Chosen, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3, ready }) as unknown as ChosenSocket;
}

export type ChosenSocket = typeof WebSocket & { ready: Promise<void> };

async function fetchLine(state: State): Promise<void> {
  state.HttpSocket ??= (await import("./http-socket")).HttpSocket;
}

function socket(state: State, url: string, protocols?: string[]): WebSocket {
  const ws = new state.WebSocket(url, protocols);
  const since = state.now();
  const close = ws.close.bind(ws);
  let hasHeard = false;
  let isOpen = false;
  let isLeft = false;
  ws.close = (...why) => {
    isLeft = true;
    close(...why);
  };
  ws.addEventListener("open", () => {
    isOpen = true;
  });
  ws.addEventListener("message", () => {
    if (!hasHeard) decide(state, heardOn("socket", state.choice));
    hasHeard = true;
  });
  ws.addEventListener("close", ({ code }) => {
    const isLong = state.now() - since >= SWALLOWED;
    // A code of the server's own has come through a socket; what the page leaves early says nothing.
    if (hasHeard || isVerdict(code) || (isLeft && !isLong)) return;
    const how = isLong && !isOpen ? "swallowed" : "refused";
    void blame(state, url, (choice) => socketFailed(choice, how, state.now()));
  });
  return ws;
}

/** Where nothing gets through, the network is away, and neither way is to blame. */
async function blame(state: State, url: string, failed: (choice: Choice) => Choice): Promise<void> {
  const server = new URL("/health/live", url.replace(/^ws/, "http"));
  if (!(await state.reaches(server))) return;
  // When it cannot be had, the next failure asks again.
  if (!state.HttpSocket) await fetchLine(state).catch(() => {});
  if (state.HttpSocket) decide(state, failed(state.choice));
}

function line(state: State, Line: typeof HttpSocket, url: string, protocols?: string[]): HttpSocket {
  const since = state.now();
  return new Line(url, protocols, {
    ended: ({ hasHeard, isLeft, code }) => {
      const isLong = state.now() - since >= SWALLOWED;
      if (hasHeard || isVerdict(code)) decide(state, heardOn("line", state.choice));
      else if (!isLeft || isLong) void blame(state, url, lineFailed);
    },
  });
}

function decide(state: State, choice: Choice): void {
  state.choice = choice;
  if (choice.lineSince === null) state.storage?.removeItem(KEPT);
  else state.storage?.setItem(KEPT, String(choice.lineSince));
}

/** What no proxy says: the server's verdicts, and its "not now". */
function isVerdict(code: number): boolean {
  return (code >= 4400 && code < 4500) || code === 1009 || code === 1012 || code === 1013;
}

async function reaches(server: URL): Promise<boolean> {
  try {
    const answer = await fetch(server, { cache: "no-store", signal: AbortSignal.timeout(REACHES_WITHIN) });
    return answer.ok && (await answer.json()).status === "live";
  } catch {
    return false;
  }
}

/** Some browsers' settings forbid it, and say so by throwing. */
function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
