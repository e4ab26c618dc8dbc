import { and, eq, isNull, lt, or } from "drizzle-orm";
import { apiToken } from "../../db/schema";
import type { ApiDeps, Caller } from "./deps";
import type { ProblemCode } from "./problem";
import { tokenByHash } from "./queries";
import { tokenState } from "./rules";
import { tokenHash, tokenIn } from "./token";

const MINUTE = 60_000;

/** Who asks, or why not. Only whoever holds a token hears that it has expired or was revoked. [T2] */
export async function callerOf(deps: ApiDeps, header: string | null): Promise<Caller | ProblemCode> {
  if (!header) return "token-missing";
  const token = tokenIn(header);
  const found = token && (await tokenByHash(deps.db, tokenHash(token)));
  if (!found) return "token-unknown";
  const state = tokenState(found, deps.clock.now());
  if (state !== "active") return `token-${state}`;
  await noteUse(deps, found);
  const { id, municipalityId, scopes, name } = found;
  const actor = { id: null, name, roles: `api-token ${id}`, municipalityId };
  return { tokenId: id, scopes, municipalityId, actor };
}

/** Once a minute: a write for every question would cost more than the question. */
async function noteUse({ db, clock }: ApiDeps, { id, lastUsedAt }: typeof apiToken.$inferSelect): Promise<void> {
  const now = clock.now();
  const aMinuteAgo = new Date(now.getTime() - MINUTE);
  if (lastUsedAt && lastUsedAt > aMinuteAgo) return;
  const isOlder = or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, aMinuteAgo));
  await db
    .update(apiToken)
    .set({ lastUsedAt: now })
    .where(and(eq(apiToken.id, id), isOlder));
}
