import { useRouteLoaderData } from "@remix-run/react";
import type { ResponsePage } from "../../../server/responses/shapes";

/** The response that the route above has loaded. */
export function useResponse(): ResponsePage {
  const page = useRouteLoaderData<ResponsePage>("routes/_app.svar.$responseId");
  if (!page) throw new Error("Expected to stand inside the route routes/_app.svar.$responseId; it has loaded nothing.");
  return page;
}
