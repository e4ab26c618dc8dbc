import { loads, param } from "~/answering";
import { textsOf } from "./_app.hoeringer.$id.daekning/board";

/** The texts of a hearing's clauses, for who searches a word on the page of coverage. */
export const loader = loads(async ({ services, viewer, params }) => {
  const { clauses } = await services.consultations.page(viewer, param(params, "id"));
  return Response.json(textsOf(clauses), { headers: { "Cache-Control": "no-store" } });
});
