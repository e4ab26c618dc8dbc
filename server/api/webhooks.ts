import { route } from "./route";
import { WebhookWanted } from "./schemas";

export const listWebhooks = route({
  id: "listWebhooks",
  method: "GET",
  path: "/webhooks",
  summary: "De adresser, der får besked.",
  scope: "webhooks:manage",
  answer: { status: 200, description: "Adresserne, uden hemmeligheder.", schema: "WebhookList" },
  problems: [],
  run: async ({ webhooks }, { caller }) => {
    const items = (await webhooks.list(caller.municipalityId)).map(({ pause, ...one }) => ({
      ...one,
      addedAt: one.addedAt.toISOString(),
      lastDeliveredAt: one.lastDeliveredAt?.toISOString() ?? null,
      paused: pause && { at: pause.at.toISOString(), reason: pause.reason, waiting: pause.waiting },
    }));
    return { is: "json", json: { items } };
  },
});

export const addWebhook = route({
  id: "addWebhook",
  method: "POST",
  path: "/webhooks",
  summary: "Tilføj en https-adresse, der får besked. Hemmeligheden vises kun i svaret.",
  scope: "webhooks:manage",
  answer: { status: 201, description: "Tilføjet.", schema: "WebhookMade" },
  problems: ["not-json", "too-large", "form", "too-many-webhooks"],
  body: { name: "WebhookWanted", schema: WebhookWanted },
  run: async ({ webhooks }, { caller, body }) => ({ is: "made", json: await webhooks.add(caller.actor, body) }),
});

export const removeWebhook = route({
  id: "removeWebhook",
  method: "DELETE",
  path: "/webhooks/{webhookId}",
  summary: "Fjern en adresse. Det, der endnu ikke er leveret dertil, bliver ikke leveret.",
  scope: "webhooks:manage",
  answer: { status: 204, description: "Fjernet." },
  problems: ["not-found"],
  run: async ({ webhooks }, { caller, path }) => {
    await webhooks.remove(caller.actor, path["webhookId"] ?? "");
    return { is: "done" };
  },
});
