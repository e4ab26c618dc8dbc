import { actsAlone, loads, param } from "~/answering";

/** What the writing desk shows of the centers' parts, asked for while it stands open. */
export const loader = loads(async ({ services: { signOffs }, viewer, params }) => {
  const parts = await signOffs.atDesk(viewer, param(params, "responseId"));
  return Response.json(parts, { headers: { "Cache-Control": "no-store" } });
});

/** Gives a section to a center, or takes it back. */
export const action = actsAlone(async ({ services: { signOffs }, viewer, params, form }) => {
  await signOffs.giveSection(viewer, param(params, "responseId"), form);
  return Response.json({ done: true });
});
