import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import type { UserId } from "../../db/ids";
import { session } from "../../db/schema";
import { actorOf } from "../audit";
import { readSessionCookie, sessionCookie } from "./cookie";
import type { IdentityDeps } from "./deps";
import { sessionByHash } from "./queries";
import type { Viewer } from "./viewer";

/** A working day and its evening; each hour of use begins it anew. */
export const SESSION_HOURS = 12;
const RENEW_BELOW_MS = (SESSION_HOURS - 1) * 3_600_000;

/** The table holds a keyed hash of the token: neither table nor secret alone opens a session. [D5] */
export function tokenHash(secret: string, token: string): string {
  return createHmac("sha256", secret).update(token).digest("base64url");
}

/** 256 bits that belong to one person for as long as the house keeps its secret. */
export function machineKey(secret: string, userId: UserId): string {
  return createHmac("sha256", secret).update(`text kept on a machine by ${userId}`).digest("base64url");
}

/**
 * Who sends this Cookie header; null when nobody is signed in, or the session has run out. A request is use, and renews;
 * a page that only stands open is none (`isUse` false), else a forgotten tab would keep its session for ever. [D5]
 */
export async function viewerOf(
  deps: IdentityDeps,
  cookieHeader: string | null | undefined,
  { isUse = true } = {},
): Promise<Viewer | null> {
  const token = readSessionCookie(cookieHeader, deps.isSecure);
  if (!token) return null;
  const hash = tokenHash(deps.secret, token);
  const row = await sessionByHash(deps.db, hash);
  const now = deps.clock.now();
  if (!row || row.expiresAt <= now) return null;
  if (isUse && row.expiresAt.getTime() - now.getTime() < RENEW_BELOW_MS) {
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    await deps.db.update(session).set({ expiresAt }).where(eq(session.tokenHash, hash));
  }
  return row.viewer;
}

/** Ends the session and gives the cookie that forgets it. */
export async function signOut(deps: IdentityDeps, viewer: Viewer): Promise<{ cookie: string }> {
  await deps.db.transaction(async (tx) => {
    await tx.delete(session).where(eq(session.id, viewer.sessionId));
    await deps.audit.record(tx, actorOf(viewer), { event: "signed-out", objectKind: "person", objectId: viewer.id });
  });
  deps.onSessionEnded(viewer.sessionId);
  return { cookie: sessionCookie("", deps.isSecure) };
}
