import { loads, param } from "~/answering";

/** What a center does next with a goal: for who opens that cell on the page of coverage. [Q25] */
export const loader = loads(async ({ services, viewer, params, url }) => {
  const [clauseId, centerId] = [url.searchParams.get("punkt"), url.searchParams.get("center")];
  const { cells } = await services.links.coverage(viewer, param(params, "id"));
  const cell = cells.find((one) => one.clauseId === clauseId && one.centerId === centerId);
  return Response.json({ goal: cell?.goal ?? null }, { headers: { "Cache-Control": "no-store" } });
});
