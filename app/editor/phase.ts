export type Phase = "connecting" | "saved" | "saving" | "offline" | "refused" | "read-only" | "left-out" | "degraded";

/** What is known about the socket, and what follows for the person at the page. */
export type ConnectionFacts = {
  isConnected: boolean;
  /** A socket was lost, or never came about. */
  hasFailed: boolean;
  /** The page has the document as the server has it. */
  synced: boolean;
  role: "write" | "read" | null;
  isDegraded: boolean;
  /** The verdict's close code, once there is one: only a person's `retry` knocks again. */
  code: number | null;
  /** Why the server would not save something, as REJECT said it. */
  reason: string | null;
  hasUnsaved: boolean;
};

/** "saved" is said only when it is so; whatever is in doubt is called by its name. */
export function phaseOf(facts: ConnectionFacts): Phase {
  if (facts.code !== null) return "refused";
  if (!facts.isConnected) return facts.hasFailed ? "offline" : "connecting";
  if (!facts.synced) return facts.hasUnsaved ? "saving" : "connecting";
  // Said by the server, not guessed: what it has already saved needs a moment to be called so on a new socket.
  if (facts.role === "read") return facts.hasUnsaved && facts.reason !== null ? "left-out" : "read-only";
  if (facts.isDegraded) return "degraded";
  return facts.hasUnsaved ? "saving" : "saved";
}
