import { acts, field, loads, param } from "~/answering";
import type { Viewer } from "../../server/identity/viewer";
import type { Links } from "../../server/links/shapes";
import { answered } from "./_app.hoeringer.$id.daekning/answered";
import { boardOf } from "./_app.hoeringer.$id.daekning/board";
import { folded } from "./_app.hoeringer.$id.daekning/folded";
import type { News } from "./_app.hoeringer.$id.daekning/orders";

/** For the page that stands open: what has changed since, and (posted) an answer with what has become of it. [C8] */
export const loader = loads(async ({ services, viewer, params, url }) =>
  newsOf(services.links, viewer, { consultationId: param(params, "id"), stamp: url.searchParams.get("siden") }),
);

export const action = acts(async ({ services: { links, goals }, viewer, params, form }) => {
  const consultationId = param(params, "id");
  const stamp = field(form, "siden");
  form.delete("siden");
  await answered({ links, goals }, viewer, { consultationId, form });
  return newsOf(links, viewer, { consultationId, stamp });
});

async function newsOf(
  links: Pick<Links, "coverageSince">,
  viewer: Viewer,
  { consultationId, stamp }: { consultationId: string; stamp: string | null },
) {
  const { page, ...news } = await links.coverageSince(viewer, consultationId, stamp);
  const answer: News = { ...news, board: page && folded(boardOf(page)) };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
