import { actsAlone, loads, param } from "~/answering";
import type { Answer } from "../../server/links/shapes";

const ANSWERS: readonly string[] = ["no-remarks", "not-relevant", "in-work"] satisfies readonly Answer[];

/** What the viewer's centers have said of clauses in other words than text: asked for beside the live text, and said there. */
export const loader = loads(async ({ services, viewer, params }) => {
  const { consultation, linkAs } = await services.responses.page(viewer, param(params, "responseId"));
  const own: readonly string[] = linkAs;
  const cells = linkAs.length === 0 ? [] : (await services.links.coverage(viewer, consultation.id)).cells;
  const answers = cells
    .filter(({ centerId, state, mayAnswer }) => mayAnswer && own.includes(centerId) && ANSWERS.includes(state))
    .map(({ clauseId, centerId, state }) => ({ clauseId, centerId, answer: state }));
  return Response.json({ answers }, { headers: { "Cache-Control": "no-store" } });
});

export const action = actsAlone(async ({ services: { links, responses }, viewer, params, form }) => {
  const { consultation } = await responses.head(viewer, param(params, "responseId"));
  await links.answer(viewer, consultation.id, form);
  return Response.json({ done: true });
});
