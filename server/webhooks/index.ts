import { announce } from "./announce";
import { add, again, remove } from "./change";
import { deliver } from "./deliver";
import type { WebhookDeps } from "./deps";
import { pause, resume } from "./pause";
import { webhooksOf } from "./queries";
import type { Webhooks } from "./shapes";
import { tryOut } from "./try-out";

/** Tells other systems what has happened: see `Webhooks` for each command. */
export function createWebhooks(deps: WebhookDeps): Webhooks {
  return {
    announce: (tx, happened) => announce(deps, tx, happened),
    list: (municipalityId) => webhooksOf(deps.db, municipalityId),
    add: (actor, form) => add(deps, actor, form),
    remove: (actor, webhookId) => remove(deps, actor, webhookId),
    again: (actor, deliveryId) => again(deps, actor, deliveryId),
    pause: (actor, webhookId) => pause(deps, actor, webhookId),
    resume: (actor, webhookId) => resume(deps, actor, webhookId),
    tryOut: (actor, webhookId) => tryOut(deps, actor, webhookId),
    deliver: ({ deliveryId }) => deliver(deps, deliveryId),
  };
}
