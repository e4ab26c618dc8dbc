import { Outlet, useLoaderData } from "@remix-run/react";
import { loads, param } from "~/answering";
import { HearingFrame } from "~/components/hearing-frame";
import { Page } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";

/** Everything a hearing's pages share; they read it by `useHearing`. */
export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) => services.consultations.head(viewer, param(params, "id")));

export default function Hearing() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page>
      <HearingFrame head={page} />
      <Outlet />
    </Page>
  );
}
