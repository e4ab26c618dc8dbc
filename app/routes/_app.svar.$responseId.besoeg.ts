import { data } from "@remix-run/node";
import { actsAlone, field, param } from "~/answering";

/** What has changed since somebody was last here: asked and said by the page itself while it stays as it is. */
export const action = actsAlone(async ({ services: { visits }, viewer, params, form }) => {
  const responseId = param(params, "responseId");
  const headers = { "Cache-Control": "no-store" };
  switch (field(form, "command")) {
    case "arrive":
      return Response.json(await visits.arrive(viewer, responseId), { headers });
    case "stay":
      await visits.stay(viewer, responseId);
      break;
    case "see":
      await visits.see(viewer, responseId);
      break;
    default:
      throw data({ code: "not-found" }, { status: 404 });
  }
  return Response.json({ done: true }, { headers });
});
