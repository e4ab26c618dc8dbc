import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { holds, loads, readsHearings } from "~/answering";
import { AppShell } from "~/components/app-shell";
import { BrokenRoute } from "~/components/broken";

/** The frame of every page that asks who is there. */
export const loader = loads(({ viewer }) => ({
  person: {
    name: viewer.name,
    title: viewer.title,
    municipality: viewer.municipality.name,
    isDemo: viewer.municipality.isDemo,
  },
  sees: {
    work: readsHearings(viewer),
    audit: holds(viewer, "auditor"),
    administration: holds(viewer, "administrator"),
  },
}));

export default function Shelled() {
  return (
    <AppShell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </AppShell>
  );
}

/** A page that breaks keeps the frame around it, when the frame itself is whole. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>("routes/_app");
  if (!frame) return <BrokenRoute />;
  return (
    <AppShell {...frame}>
      <BrokenRoute />
    </AppShell>
  );
}
