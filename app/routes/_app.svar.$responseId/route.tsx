import { Outlet, useLoaderData } from "@remix-run/react";
import { loads, param } from "~/answering";
import { HearingFrame } from "~/components/hearing-frame";
import { Page } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";

/** Everything the pages of one response share; they read it by `useResponse`. */
export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.responses.head(viewer, param(params, "responseId")),
);

export default function Response() {
  const { id, status, consultation } = useLoaderData<typeof loader>();
  return (
    <Page>
      <HearingFrame head={{ ...consultation, responseId: id, status }} />
      <Outlet />
    </Page>
  );
}
