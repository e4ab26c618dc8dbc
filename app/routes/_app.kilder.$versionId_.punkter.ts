import { loads, param } from "~/answering";

/** All clauses of a version, for pages that come with the first of them. [Q26] */
export const loader = loads(async ({ services, viewer, params }) => {
  const { clauses } = await services.agreements.version(viewer, param(params, "versionId"));
  const listed = clauses.map(({ path: _, ...clause }) => clause);
  return Response.json(listed, { headers: { "Cache-Control": "no-store" } });
});
