import type { WebsocketProvider } from "y-websocket";

type Changes = Record<"added" | "updated" | "removed", number[]>;

/** As often as the server passes it on. */
const EVERY = 150;
/** The same again is worth a message only so that nobody takes us for gone; after 30 s they would. */
const RENEWED_AFTER = 10_000;

/**
 * Sends who is here and where the caret is: of this page alone, and not at every frame that comes in. y-websocket says again
 * whatever it hears of others, from every page for every page; the server passes that over [P1], and here it is not sent.
 */
export function sayOnlyOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const say = provider._awarenessUpdateHandler;
  let [said, saidAt]: [string, number] = ["", 0];
  let isDue = false;
  const sayNow = () => {
    isDue = false;
    const state = JSON.stringify(awareness.getLocalState());
    if (state === said && Date.now() - saidAt < RENEWED_AFTER) return;
    [said, saidAt] = [state, Date.now()];
    say({ added: [], updated: [awareness.clientID], removed: [] }, "own");
  };
  awareness.off("update", say);
  provider._awarenessUpdateHandler = ({ added, updated, removed }: Changes) => {
    if (removed.includes(awareness.clientID)) say({ added: [], updated: [], removed: [awareness.clientID] }, "own");
    else if (!isDue && [...added, ...updated].includes(awareness.clientID)) {
      isDue = true;
      setTimeout(sayNow, Math.max(0, saidAt + EVERY - Date.now()));
    }
  };
  awareness.on("update", provider._awarenessUpdateHandler);
  // Another socket's server knows nothing of it yet; y-websocket tells it itself, and what comes after is new.
  provider.on("status", () => {
    said = "";
  });
}
