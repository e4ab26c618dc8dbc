import { actorOf } from "../audit";
import type { Viewer } from "../identity/viewer";
import { answer } from "./answer";
import type { ApiDeps, Given } from "./deps";
import { makeToken, onlyAdministrators, page, revokeToken } from "./manage";
import { description } from "./open-api";
import { createBuckets } from "./rate";
import type { Api } from "./shapes";

/** What other systems may ask, and who lets them: see `Api` for each command. */
export function createApi(given: Given): Api {
  const deps: ApiDeps = { ...given, buckets: createBuckets(given.clock) };
  const { webhooks } = given;
  const asAdministrator = (viewer: Viewer) => {
    onlyAdministrators(viewer);
    return actorOf(viewer);
  };
  return {
    answer: (request) => answer(deps, request),
    description,
    page: (viewer) => page(deps, viewer),
    makeToken: (viewer, form) => makeToken(deps, viewer, form),
    revokeToken: (viewer, tokenId) => revokeToken(deps, viewer, tokenId),
    addWebhook: async (viewer, form) => webhooks.add(asAdministrator(viewer), form),
    removeWebhook: async (viewer, webhookId) => webhooks.remove(asAdministrator(viewer), webhookId),
    sendAgain: async (viewer, deliveryId) => webhooks.again(asAdministrator(viewer), deliveryId),
    pauseWebhook: async (viewer, webhookId) => webhooks.pause(asAdministrator(viewer), webhookId),
    resumeWebhook: async (viewer, webhookId) => webhooks.resume(asAdministrator(viewer), webhookId),
    tryWebhook: async (viewer, webhookId) => webhooks.tryOut(asAdministrator(viewer), webhookId),
  };
}
