import { actsAlone, param } from "~/answering";

/** A center's part has stood before the viewer: said by the page itself. */
export const action = actsAlone(async ({ services: { signOffs }, viewer, params, form }) => {
  await signOffs.see(viewer, param(params, "responseId"), param(params, "centerId"), form);
  return Response.json({ done: true }, { headers: { "Cache-Control": "no-store" } });
});
