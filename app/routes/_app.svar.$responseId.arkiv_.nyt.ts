import { loads, param } from "~/answering";
import { filingPage } from "./_app.svar.$responseId.arkiv/filing-page";

/** Asked by a page that stands open while a case system takes its time. */
export const loader = loads(async ({ services, viewer, params }) =>
  Response.json(await filingPage(services, viewer, param(params, "responseId")), {
    headers: { "Cache-Control": "no-store" },
  }),
);
