import { loads } from "~/answering";

/** How far an upload of this session is, for the page that sends it: null when this node knows of none. [S11] */
export const loader = loads(({ services, viewer, url }) => {
  const progress = services.agreements.progress(viewer, url.searchParams.get("id") ?? "");
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
});
