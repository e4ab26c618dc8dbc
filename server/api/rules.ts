import type { Scope, TokenState } from "./shapes";

type Token = { expiresAt: Date | null; revokedAt: Date | null };

/** How a token stands: revoked is for good, whenever it would have expired. [T2] */
export function tokenState({ expiresAt, revokedAt }: Token, now: Date): TokenState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "active";
}

/** Null: what asks for nothing may be asked by everybody. */
export function mayAsk(scopes: readonly Scope[], needed: Scope | null): boolean {
  return needed === null || scopes.includes(needed);
}

/** What a response is to another system, by its newest approved round and the filing of that version. */
export function statusOf(round: { reopenedAt: Date | null }, filing: { state: string } | null) {
  if (round.reopenedAt) return "reopened";
  return filing?.state === "filed" ? "filed" : "approved";
}
