import { data } from "@remix-run/node";
import { actsAlone, field, loads, param } from "~/answering";

/**
 * What stands around the live text, asked for again while its page stays as it is: with a navigation an answer that does
 * not come would take what is unsaved with it.
 */
export const loader = loads(async ({ services, viewer, params }) => {
  const page = await services.responses.page(viewer, param(params, "responseId"));
  const { consultation, clauses, earlier, lineage, newer, centers, mine, linkAs } = page;
  const cells = earlier.length === 0 ? [] : (await services.links.coverage(viewer, consultation.id)).cells;
  const toLookAt = cells
    .filter(({ state }) => state === "look-again")
    .map(({ clauseId, centerId }) => ({ clauseId, centerId }));
  const around = { consultation, clauses, earlier, lineage, newer, centers, mine, linkAs };
  return Response.json({ around, toLookAt }, { headers: { "Cache-Control": "no-store" } });
});

export const action = actsAlone(async ({ services: { consultations, links, responses }, viewer, params, form }) => {
  const { consultation } = await responses.head(viewer, param(params, "responseId"));
  const command = field(form, "command");
  if (command === "look-again") await links.lookAgain(viewer, consultation.id, form);
  else if (command === "follow") await consultations.follow(viewer, consultation.id, form);
  else if (command === "stay") await consultations.stay(viewer, consultation.id, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return Response.json({ done: true });
});
