import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { type ApiTokenId, newId } from "../../db/ids";
import { apiToken, SCOPES } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay, endOfDanishDay } from "../clock";
import { isDay } from "../deadline";
import { notFound, Refusal } from "../errors";
import { hasRole, type Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { ApiDeps } from "./deps";
import { lockedToken, tokensOf } from "./queries";
import { tokenState } from "./rules";
import type { AccessPage } from "./shapes";
import { newToken, tokenHash } from "./token";

export function onlyAdministrators(viewer: Viewer): void {
  if (!hasRole(viewer, "administrator")) throw new Refusal("forbidden", "administrators-only");
}

const DAY = 24 * 60 * 60_000;
const LONGEST_DAYS = 730;

/** What the administrators see of the ways in and out. */
export async function page({ db, clock, webhooks }: ApiDeps, viewer: Viewer): Promise<AccessPage> {
  onlyAdministrators(viewer);
  const now = clock.now();
  const rows = await tokensOf(db, viewer.municipality.id);
  const tokens = rows.map(({ token, madeBy }) => {
    const { id, name, scopes, madeAt, expiresAt, revokedAt, lastUsedAt } = token;
    return { id, name, scopes, state: tokenState(token, now), madeBy, madeAt, expiresAt, revokedAt, lastUsedAt };
  });
  return { tokens, webhooks: await webhooks.list(viewer.municipality.id), days: expiryDays(now) };
}

function expiryDays(now: Date): AccessPage["days"] {
  return { first: danishDay(now), last: danishDay(new Date(now.getTime() + LONGEST_DAYS * DAY)) };
}

const scope = z.enum(SCOPES, "not-a-choice");

const TokenForm = z.object({
  name: z
    .string("missing")
    .trim()
    .min(1, "missing")
    .max(80, "too-long")
    .refine((value) => !/\p{Cc}/u.test(value), "not-one-line"),
  scopes: z
    .union([scope.transform((one) => [one]), z.array(scope)], "choose-scopes")
    .transform((scopes) => [...new Set(scopes)])
    .refine((scopes) => scopes.length > 0, "choose-scopes"),
  /** A Danish day, or empty: until it is revoked. */
  expiresOn: z
    .string()
    .default("")
    .refine((value) => value === "" || isDay(value), "not-a-day"),
});

/** Lets another system in. The token is told once: what is kept of it opens nothing. [T1] */
export async function makeToken(deps: ApiDeps, viewer: Viewer, form: unknown) {
  onlyAdministrators(viewer);
  const { name, scopes, expiresOn } = parse(TokenForm, form);
  const now = deps.clock.now();
  const { first, last } = expiryDays(now);
  if (expiresOn !== "" && (expiresOn < first || expiresOn > last))
    throw new Refusal("invalid", "form", { expiresOn: "not-an-expiry-day" });
  const token = newToken();
  const id = newId<ApiTokenId>();
  const municipalityId = viewer.municipality.id;
  await deps.db.transaction(async (tx) => {
    const expiresAt = expiresOn === "" ? null : endOfDanishDay(expiresOn);
    const row = { id, municipalityId, name, tokenHash: tokenHash(token), scopes, madeBy: viewer.id, madeAt: now };
    const made = await tx
      .insert(apiToken)
      .values({ ...row, expiresAt })
      .onConflictDoNothing()
      .returning({ id: apiToken.id });
    if (made.length === 0) throw new Refusal("invalid", "form", { name: "token-name-taken" });
    const data = { scopes, expiresOn: expiresOn || null };
    await deps.audit.record(tx, actorOf(viewer), { event: "token-made", objectKind: "api-token", objectId: id, data });
  });
  return { id, token };
}

/** From the next request on it opens nothing. Revoked twice it is revoked once. [T2] */
export async function revokeToken(deps: ApiDeps, viewer: Viewer, tokenId: string): Promise<void> {
  onlyAdministrators(viewer);
  await deps.db.transaction(async (tx) => {
    const found = await lockedToken(tx, viewer.municipality.id, tokenId);
    if (!found) throw notFound();
    if (found.revokedAt) return;
    const revoked = { revokedAt: deps.clock.now(), revokedBy: viewer.id };
    await tx
      .update(apiToken)
      .set(revoked)
      .where(and(eq(apiToken.id, found.id), isNull(apiToken.revokedAt)));
    const about = { objectKind: "api-token", objectId: found.id };
    await deps.audit.record(tx, actorOf(viewer), { event: "token-revoked", ...about });
  });
}
