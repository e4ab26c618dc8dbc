export type Phase =
  | "connecting"
  | "saved"
  | "saving"
  | "offline"
  | "busy"
  | "refused"
  | "read-only"
  | "left-out"
  | "room-full"
  | "degraded";

/**
 * "moving": the server went away in good order and another is about to answer; "busy": it said "not now";
 * "knocking": left by ourselves, to ask again for a place to write.
 */
type Line = "opening" | "open" | "moving" | "busy" | "knocking" | "lost";

/** What is known about the line, and what follows for the person at the page. */
export type ConnectionFacts = {
  line: Line;
  /** The page has the document as the server has it. */
  synced: boolean;
  role: "write" | "read" | null;
  /** Why one who may write only reads. */
  why: "room-full" | null;
  /** As it says of itself; "slow" is what the page has noticed. */
  server: "ok" | "slow" | "degraded" | "draining";
  /** The text comes near the most that can be kept. */
  isLarge: boolean;
  /** The verdict's close code, once there is one: only a person's `retry` knocks again. */
  code: number | null;
  /** Why the server would not save something, as REJECT said it. */
  reason: string | null;
  hasUnsaved: boolean;
};

/** "saved" is said only when it is so; whatever is in doubt is called by its name. */
export function phaseOf(facts: ConnectionFacts): Phase {
  if (facts.code !== null) return "refused";
  switch (facts.line) {
    case "opening":
      return "connecting";
    case "open":
      return phaseWhileOpen(facts);
    case "moving":
      return facts.hasUnsaved ? "saving" : "saved";
    case "busy":
      return "busy";
    case "knocking":
      return "room-full";
    case "lost":
      return "offline";
  }
}

function phaseWhileOpen({ synced, role, why, server, reason, hasUnsaved }: ConnectionFacts): Phase {
  if (why !== null) return "room-full";
  if (!synced) return hasUnsaved ? "saving" : "connecting";
  // Said by the server, not guessed: what it has already saved needs a moment to be called so on a new socket.
  if (role === "read") return hasUnsaved && reason !== null ? "left-out" : "read-only";
  if (server === "degraded" || server === "slow") return "degraded";
  return hasUnsaved ? "saving" : "saved";
}
