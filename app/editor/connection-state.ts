import { CLOSE, type Message } from "../document-model/wire";
import { type ConnectionFacts, type Phase, phaseOf } from "./phase";

export type ConnectionState = Pick<
  ConnectionFacts,
  "code" | "reason" | "hasUnsaved" | "synced" | "role" | "isLarge"
> & { phase: Phase };

const AT_FIRST: ConnectionFacts = {
  line: "opening",
  synced: false,
  role: null,
  why: null,
  server: "ok",
  isLarge: false,
  code: null,
  reason: null,
  hasUnsaved: false,
};

/** What is known about the line, and what of it the page shows. Fits `useSyncExternalStore`. */
export class StateStore {
  facts = AT_FIRST;
  #state = stateOf(AT_FIRST);
  readonly #listeners = new Set<() => void>();

  get = (): ConnectionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(news: Partial<ConnectionFacts>): void {
    this.facts = { ...this.facts, ...news };
    const state = stateOf(this.facts);
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  close(): void {
    this.#listeners.clear();
  }
}

function stateOf(facts: ConnectionFacts): ConnectionState {
  const { code, reason, hasUnsaved, synced, role, isLarge } = facts;
  return { phase: phaseOf(facts), code, reason, hasUnsaved, synced, role, isLarge };
}

type ServerState = Extract<Message, { type: "state" }>["state"];

/** What STATE says, as a fact. */
export function factIn(state: ServerState): Partial<ConnectionFacts> {
  switch (state) {
    case "ok":
      return { server: "ok" };
    case "db-degraded":
      return { server: "degraded" };
    case "draining":
      return { server: "draining" };
    case "large":
      return { isLarge: true };
    case "readonly":
      return {};
  }
}

/** How a lost line is called, by its close code (null: left by ourselves, or never opened). */
export function lineAfter(line: ConnectionFacts["line"], code: number | null): ConnectionFacts["line"] {
  if (code === CLOSE.tryLater) return "busy";
  // What fails while the server is changed for another is still the same move, as long as that may take.
  if (line === "moving" || (code === CLOSE.drain && line !== "lost")) return "moving";
  return line === "knocking" && code === null ? "knocking" : "lost";
}
