import { loads, param } from "~/answering";

/** Asked by a page that stands open: whether the part reads as it does there. */
export const loader = loads(async ({ services: { signOffs }, viewer, params, url }) => {
  const place = [param(params, "responseId"), param(params, "centerId")] as const;
  const news = await signOffs.news(viewer, ...place, url.searchParams.get("siden"));
  return Response.json(news, { headers: { "Cache-Control": "no-store" } });
});
