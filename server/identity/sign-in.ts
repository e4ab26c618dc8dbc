import { randomBytes } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import { RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import { newId } from "../../db/ids";
import { municipality, person, session } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import { parse } from "../parse";
import { sessionCookie } from "./cookie";
import type { IdentityDeps } from "./deps";
import { hashPassword, isPassword } from "./password";
import { viewerById } from "./queries";
import { SESSION_HOURS, tokenHash } from "./session";

const SignInForm = z.object({
  email: z.string("missing").trim().toLowerCase().min(1, "missing").max(254, "too-long"),
  password: z.string("missing").min(1, "missing").max(1000, "too-long"),
});

/** Compared against when nobody has that address, so that the answer takes as long. */
const nobody = hashPassword(randomBytes(16).toString("hex"));

/**
 * A wrong address and a wrong password are one refusal, `wrong-password`. Each try is counted before it is judged, so
 * parallel guesses gain nothing; a right one gives its counts back. [D4]
 */
export async function signIn(deps: IdentityDeps, form: unknown, ip: string): Promise<{ cookie: string }> {
  const { email, password } = parse(SignInForm, form);
  await countAttempt(deps, email, ip);
  const [found] = await deps.db
    .select({ person, municipality })
    .from(person)
    .innerJoin(municipality, eq(municipality.id, person.municipalityId))
    .where(eq(person.email, email));
  const isRight = await isPassword(password, found?.person.passwordHash ?? (await nobody));
  if (!found || !isRight || !found.person.isActive)
    throw new Refusal("invalid", "wrong-password", { password: "wrong-password" });
  await forgetAttempt(deps, email, ip);
  return { cookie: await openSession(deps, found.person.id) };
}

async function openSession(deps: IdentityDeps, userId: typeof person.$inferSelect.id): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  const sessionId = newId();
  await deps.db.transaction(async (tx) => {
    await tx.delete(session).where(lt(session.expiresAt, now));
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    await tx
      .insert(session)
      .values({ tokenHash: tokenHash(deps.secret, token), id: sessionId, userId, createdAt: now, expiresAt });
    const viewer = await viewerById(tx, userId, sessionId);
    if (viewer)
      await deps.audit.record(tx, actorOf(viewer), { event: "signed-in", objectKind: "person", objectId: userId });
  });
  return sessionCookie(token, deps.isSecure);
}

function keysOf(email: string, ip: string): [string, string, string] {
  return [`${email}|${ip}`, `address:${email}`, `ip:${ip}`];
}

async function countAttempt({ limits }: IdentityDeps, email: string, ip: string): Promise<void> {
  const keys = keysOf(email, ip);
  try {
    for (const [index, limit] of limits.entries()) await limit.consume(keys[index] ?? "");
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new Refusal("invalid", "too-many-attempts", { password: "too-many-attempts" });
    throw error;
  }
}

async function forgetAttempt({ limits }: IdentityDeps, email: string, ip: string): Promise<void> {
  const keys = keysOf(email, ip);
  for (const [index, limit] of limits.entries()) await limit.reward(keys[index] ?? "");
  await limits[0]?.delete(keys[0]);
}
