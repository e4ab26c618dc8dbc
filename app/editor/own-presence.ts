import type { WebsocketProvider } from "y-websocket";

type Changes = Record<"added" | "updated" | "removed", number[]>;

/**
 * y-websocket says again to the server whatever it hears of others, from every page for every page. The server passes it
 * over [P1]; from here on it is not even sent.
 */
export function sayOnlyOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const say = provider._awarenessUpdateHandler;
  awareness.off("update", say);
  provider._awarenessUpdateHandler = ({ added, updated, removed }: Changes, origin: unknown) => {
    const own = (clients: number[]) => clients.filter((client) => client === awareness.clientID);
    const mine = { added: own(added), updated: own(updated), removed: own(removed) };
    if (Object.values(mine).some((clients) => clients.length > 0)) say(mine, origin);
  };
  awareness.on("update", provider._awarenessUpdateHandler);
}
