import { acts, param } from "~/answering";

/** A Word file's text, for the editor to put in where the caret is. [E25] */
export const action = acts(async ({ services, viewer, params, form }) => {
  const incoming = await services.responses.readWordFile(viewer, param(params, "responseId"), form);
  return Response.json(incoming, { headers: { "Cache-Control": "no-store" } });
});
