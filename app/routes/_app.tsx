import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { holds, loads, readsHearings } from "~/answering";
import { AppShell } from "~/components/app-shell";
import { BrokenRoute } from "~/components/broken";
import { later } from "~/components/later";
import { refreshAfterConflict } from "~/refreshing";

const SendKept = later(() => import("~/components/send-kept").then((part) => part.SendKept));

/** The frame of every page that asks who is there. */
export const loader = loads(async ({ services, viewer }) => ({
  person: {
    id: viewer.id,
    name: viewer.name,
    title: viewer.title,
    municipality: viewer.municipality.name,
    isDemo: viewer.municipality.isDemo,
  },
  unread: await services.notices.unread(viewer),
  machineKey: services.identity.machineKey(viewer),
  sees: {
    work: readsHearings(viewer),
    audit: holds(viewer, "auditor"),
    administration: holds(viewer, "administrator"),
    absence: holds(viewer, "manager") || holds(viewer, "administrator"),
  },
}));

/** Who is there does not change with a filter or a chosen row. */
export const shouldRevalidate = refreshAfterConflict;

export default function Shelled() {
  const { machineKey, ...frame } = useLoaderData<typeof loader>();
  return (
    <AppShell {...frame}>
      {frame.sees.work && <SendKept person={{ id: frame.person.id, key: machineKey }} />}
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
