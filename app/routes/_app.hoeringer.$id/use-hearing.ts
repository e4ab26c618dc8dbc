import { useRouteLoaderData } from "@remix-run/react";
import type { ConsultationPage } from "../../../server/consultations/shapes";

/** The hearing that the route above has loaded. */
export function useHearing(): ConsultationPage {
  const page = useRouteLoaderData<ConsultationPage>("routes/_app.hoeringer.$id");
  if (!page) throw new Error("Expected to stand inside the route routes/_app.hoeringer.$id; it has loaded nothing.");
  return page;
}
