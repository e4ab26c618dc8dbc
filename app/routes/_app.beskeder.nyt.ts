import { loads } from "~/answering";

/** For the count in the head of every page that stands open. */
export const loader = loads(async ({ services, viewer }) =>
  Response.json(await services.notices.unread(viewer), { headers: { "Cache-Control": "no-store" } }),
);
