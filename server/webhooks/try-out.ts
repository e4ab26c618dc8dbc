import type { Actor } from "../audit";
import { notFound } from "../errors";
import type { WebhookDeps } from "./deps";
import { post } from "./post/post";
import { addressOf } from "./queries";
import { beginningOf } from "./rules";
import type { Trial } from "./shapes";
import { aboutSecret, signed } from "./sign";

/**
 * Sends a call as all others are sent, signed and under an id of its own, of type `test` and about nothing. It changes
 * nothing of the address: an answer of 2xx resumes none, one of 410 pauses none. Of what the receiver says the beginning
 * is shown to whoever asked, and neither kept nor logged. [T22]
 */
export async function tryOut(deps: WebhookDeps, actor: Actor, webhookId: string): Promise<Trial> {
  const found = await addressOf(deps.db, actor.municipalityId, webhookId);
  if (!found) throw notFound();
  const trial = await tried(deps, found);
  const { status, problem } = trial;
  const about = { objectKind: "webhook", objectId: found.id, data: { status, problem } };
  await deps.db.transaction((tx) => deps.audit.record(tx, actor, { event: "webhook-tried", ...about }));
  return { webhookId: found.id, ...trial };
}

type Found = NonNullable<Awaited<ReturnType<typeof addressOf>>>;

async function tried(
  { clock, seal, reach, publicUrl = "" }: WebhookDeps,
  found: Found,
): Promise<Omit<Trial, "webhookId">> {
  const secret = seal.open(found.secret, aboutSecret(found.municipalityId, found.id));
  if (secret === null) return { status: null, problem: "secret-unreadable", ms: 0, said: "" };
  const at = clock.now();
  const url = `${publicUrl.replace(/\/$/, "")}/api/v1/responses`;
  const body = JSON.stringify({ type: "test", timestamp: at.toISOString(), data: { url } });
  const id = crypto.randomUUID();
  const outcome = await post(
    { url: found.url, headers: signed({ id, at, body }, secret), body },
    { reach, reads: true },
  );
  const ms = Math.max(0, clock.now().getTime() - at.getTime());
  return { status: outcome.status, problem: outcome.ok ? null : outcome.problem, ms, said: beginningOf(outcome.said) };
}
