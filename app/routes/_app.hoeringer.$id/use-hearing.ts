import { useRouteLoaderData } from "@remix-run/react";
import type { ConsultationHead } from "../../../server/consultations/shapes";

/** The hearing that the route above has loaded. */
export function useHearing(): ConsultationHead {
  const page = useRouteLoaderData<ConsultationHead>("routes/_app.hoeringer.$id");
  if (!page) throw new Error("Expected to stand inside the route routes/_app.hoeringer.$id; it has loaded nothing.");
  return page;
}
