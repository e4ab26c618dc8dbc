import { loads, param } from "~/answering";

/** Who wrote one paragraph of the live text: asked for by its page, while that stays as it is. */
export const loader = loads(async ({ services, viewer, params, url }) => {
  const found = await services.history.whoWrote(viewer, param(params, "responseId"), url.searchParams.get("b") ?? "");
  return Response.json(found, { headers: { "Cache-Control": "no-store" } });
});
