import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** A new secret, as the Standard Webhooks specification writes them. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString("base64")}`;
}

type Message = { id: string; at: Date; body: string };

/** The headers of a call. The signature is of id, time of sending and body, so none of them can be another's. [T9] */
export function signed({ id, at, body }: Message, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

/** What a sealed secret is sealed for: it opens for no other municipality and no other address. */
export function aboutSecret(municipalityId: string, webhookId: string): string {
  return `webhook:${municipalityId}:${webhookId}`;
}
