import { useRouteLoaderData } from "@remix-run/react";
import type { ResponseHead } from "../../../server/responses/shapes";

/** The response that the route above has loaded. */
export function useResponse(): ResponseHead {
  const page = useRouteLoaderData<ResponseHead>("routes/_app.svar.$responseId");
  if (!page) throw new Error("Expected to stand inside the route routes/_app.svar.$responseId; it has loaded nothing.");
  return page;
}
