import { data } from "@remix-run/node";
import { actsAlone, field, loads, param } from "~/answering";

const headers = { "Cache-Control": "no-store" };

/** The suggestions to a live text, asked for and decided beside it while its page stays as it is. */
export const loader = loads(async ({ services, viewer, params, url }) => {
  const stamp = url.searchParams.get("stamp");
  return Response.json(await services.suggestions.list(viewer, param(params, "responseId"), stamp), { headers });
});

export const action = actsAlone(async ({ services: { suggestions }, viewer, params, form }) => {
  const responseId = param(params, "responseId");
  switch (field(form, "command")) {
    case "save":
      return Response.json(await suggestions.save(viewer, responseId, form), { headers });
    case "accept":
      return Response.json({ left: await suggestions.accept(viewer, responseId, form) }, { headers });
    case "reject":
      return Response.json({ left: await suggestions.reject(viewer, responseId, form) }, { headers });
    default:
      throw data({ code: "not-found" }, { status: 404 });
  }
});
