import { HttpSocket } from "./http-socket";
import { AT_FIRST, type Choice, heardOn, lineFailed, remembered, socketFailed, wayAt } from "./socket-choice";

type Given = {
  WebSocket: typeof WebSocket;
  HttpSocket: typeof HttpSocket;
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
 * enough. Nothing else needs to be told. [W9]
 */
export function chooseSocket(given: Partial<Given> = {}): typeof WebSocket {
  const state: State = {
    WebSocket: globalThis.WebSocket,
    HttpSocket,
    reaches,
    storage: tabStorage(),
    now: Date.now,
    ...given,
    choice: AT_FIRST,
  };
  state.choice = remembered(state.storage?.getItem(KEPT) ?? null, state.now());
  // Called with `new`, it hands out what it returns.
  function Chosen(url: string, protocols?: string[]) {
    return wayAt(state.choice, state.now()) === "line" ? line(state, url, protocols) : socket(state, url, protocols);
  }
  const { CONNECTING, OPEN, CLOSING, CLOSED } = HttpSocket;
  // As much of the interface as y-websocket uses; HttpSocket says which.
  return Object.assign(Chosen, { CONNECTING, OPEN, CLOSING, CLOSED }) as unknown as typeof WebSocket;
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
  if (await state.reaches(server)) decide(state, failed(state.choice));
}

function line(state: State, url: string, protocols?: string[]): HttpSocket {
  const since = state.now();
  return new state.HttpSocket(url, protocols, {
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
