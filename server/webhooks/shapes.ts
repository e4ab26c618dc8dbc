import type { Transaction } from "../../db/client";
import type { FilingId, MunicipalityId, ResponseId, VersionId, WebhookDeliveryId, WebhookId } from "../../db/ids";
import type { PAUSE_REASONS, WEBHOOK_EVENTS } from "../../db/schema/webhooks";
import type { Actor } from "../audit";

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What has happened, by ids alone. `sha256`: the hash that was approved. */
export type Happened = {
  municipalityId: MunicipalityId;
  event: WebhookEvent;
  responseId: ResponseId;
  versionId: VersionId;
  sha256: string;
  filingId?: FilingId;
};

/** Why a try came to nothing. */
export type Problem = "address-refused" | "no-answer" | "redirected" | "status" | "gone" | "secret-unreadable";

type DeliveryState = "waiting" | "delivered" | "given-up";

export type ShownDelivery = {
  id: WebhookDeliveryId;
  event: WebhookEvent;
  state: DeliveryState;
  at: Date;
  tries: number;
  dueAt: Date;
  status: number | null;
  problem: Problem | null;
};

/** An address, and what of the last days did not get there, or has not yet: the newest first. Never its secret. */
export type ShownWebhook = {
  id: WebhookId;
  url: string;
  events: WebhookEvent[];
  addedAt: Date;
  lastDeliveredAt: Date | null;
  /** What waits until it is resumed: how much, why and since when; null: it is told. [T21] */
  pause: { at: Date; reason: PauseReason; waiting: number } | null;
  troubles: ShownDelivery[];
};

export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What the receiver answered to a trial: `said` is the beginning of it as text, on one line; empty where it is none. [T22] */
export type Trial = { webhookId: WebhookId; status: number | null; problem: Problem | null; ms: number; said: string };

/**
 * Addresses of other systems, and telling them what has happened. Whoever calls has judged that this actor may; all is of
 * the actor's own municipality.
 */
export type Webhooks = {
  /** In the transaction of what has happened: with it, or not at all. [T7] */
  announce(tx: Transaction, happened: Happened): Promise<void>;
  list(municipalityId: MunicipalityId): Promise<ShownWebhook[]>;
  /** Fields: url, events. The secret is told this once. */
  add(actor: Actor, form: unknown): Promise<{ id: WebhookId; secret: string }>;
  /** What was still to be told there is not told any more. */
  remove(actor: Actor, webhookId: string): Promise<void>;
  /** Tries anew what was given up. */
  again(actor: Actor, deliveryId: string): Promise<void>;
  /** Nothing is sent there until it is resumed; what happens waits. Twice is once. [T21] */
  pause(actor: Actor, webhookId: string): Promise<void>;
  /** All that waits is sent. Twice is once. */
  resume(actor: Actor, webhookId: string): Promise<void>;
  /** Sends a signed call of type `test`, paused or not, and says what came of it. [T22] */
  tryOut(actor: Actor, webhookId: string): Promise<Trial>;

  /** Job. */
  deliver(payload: { deliveryId: string }): Promise<void>;
};
