import { useCallback, useEffect, useRef, useState } from "react";
import { STANDING_OPEN } from "~/standing-open";
import type { SinceLast } from "../../../server/visits/shapes";

/** As JSON has it. */
type Heard = { since: string | null; blocks: SinceLast["blocks"] };
export type Since = Heard & { see(): void };

const NOTHING: Heard = { since: null, blocks: [] };
const STAYS_EVERY = 60_000;

/**
 * What others have written since one was last here, as the server has it for this person on any machine; and says now and
 * then, while the page is before its person, that it has been seen so far. `isLive`: the text is as the server has it.
 */
export function useSince(responseId: string, isLive: boolean): Since {
  const [heard, setHeard] = useState(NOTHING);
  const live = useRef(isLive);
  live.current = isLive;
  const address = `/svar/${responseId}/besoeg`;
  const arrive = useCallback(async () => {
    const next = await ask(address, "arrive");
    // The same visit goes on: what others write before one's eyes is not marked.
    if (next) setHeard((before) => (before.since === next.since ? before : next));
  }, [address]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isLive || !isFirst.current) return;
    isFirst.current = false;
    void arrive();
  }, [isLive, arrive]);
  useEffect(() => {
    const stay = () => {
      if (live.current) void send(address, "stay", STANDING).catch(() => {});
    };
    const turned = () => {
      if (document.visibilityState === "hidden") stay();
      else if (live.current) void arrive();
    };
    const timer = setInterval(() => document.visibilityState === "visible" && stay(), STAYS_EVERY);
    window.addEventListener("pagehide", stay);
    document.addEventListener("visibilitychange", turned);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", stay);
      document.removeEventListener("visibilitychange", turned);
      stay();
    };
  }, [address, arrive]);
  const see = useCallback(() => {
    setHeard((before) => ({ ...before, blocks: [] }));
    void ask(address, "see");
  }, [address]);
  return { ...heard, see };
}

/** Null when it cannot be had: then nothing is marked. */
async function ask(address: string, command: string): Promise<Heard | null> {
  try {
    const answer = await send(address, command);
    const body: Partial<Heard> = answer.ok ? await answer.json() : {};
    return Array.isArray(body.blocks) ? { since: body.since ?? null, blocks: body.blocks } : null;
  } catch {
    return null;
  }
}

/** That the text stands before its person is no use of the session, and is said by a page that goes, too. [D5] */
const STANDING = { headers: STANDING_OPEN, keepalive: true };

function send(address: string, command: string, how: RequestInit = {}): Promise<Response> {
  const body = new FormData();
  body.set("command", command);
  return fetch(address, { ...how, method: "POST", body });
}
