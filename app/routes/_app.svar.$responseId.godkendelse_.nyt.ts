import { loads, param } from "~/answering";

/** Asked by a page that stands open: whether the round stands as it does there. */
export const loader = loads(async ({ services: { reviews }, viewer, params }) => {
  const news = await reviews.news(viewer, param(params, "responseId"));
  return Response.json(news, { headers: { "Cache-Control": "no-store" } });
});
