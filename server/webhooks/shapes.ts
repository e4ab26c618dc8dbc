import type { Transaction } from "../../db/client";
import type { FilingId, MunicipalityId, ResponseId, VersionId, WebhookDeliveryId, WebhookId } from "../../db/ids";
import type { WEBHOOK_EVENTS } from "../../db/schema/webhooks";
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
export type Problem = "address-refused" | "no-answer" | "redirected" | "status" | "secret-unreadable";

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
  troubles: ShownDelivery[];
};

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

  /** Job. */
  deliver(payload: { deliveryId: string }): Promise<void>;
};
