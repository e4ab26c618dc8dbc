import { loads } from "~/answering";

/** What the list of KLE has for what is typed; `numbers` null: there is no list to look in. */
export const loader = loads(async ({ services, viewer, url: { searchParams } }) => {
  const numbers = await services.kle.lookUp(viewer, searchParams.get("art") ?? "", searchParams.get("q") ?? "");
  return Response.json({ numbers }, { headers: { "Cache-Control": "no-store" } });
});
