import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loads, readsHearings } from "~/answering";
import { HearingsTable } from "~/components/hearings-table";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { desk } from "~/words/desk";
import { shell } from "~/words/shell";
import { TaskGroups } from "./tasks";

export const meta: MetaFunction = () => [{ title: shell.title(desk.title) }];

export const loader = loads(async ({ services, viewer }) => {
  if (!readsHearings(viewer)) return { tasks: [], open: null };
  const [tasks, all] = await Promise.all([services.consultations.desk(viewer), services.consultations.list(viewer)]);
  return { tasks, open: all.filter(({ status }) => status !== "filed") };
});

export default function Desk() {
  const { tasks, open } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={desk.title} lead={desk.lead(tasks.length)} />
      {tasks.length > 0 ? <TaskGroups tasks={tasks} /> : <EmptyDesk reads={open !== null} />}
      {open && (
        <section className="section" aria-labelledby="open-hearings">
          <div className="section-header">
            <h2 id="open-hearings">{desk.open}</h2>
            <Link to="/hoeringer">{desk.all}</Link>
          </div>
          {open.length > 0 ? <HearingsTable caption={desk.open} hearings={open} /> : <p>{desk.noneOpen}</p>}
        </section>
      )}
    </Page>
  );
}

function EmptyDesk({ reads }: { reads: boolean }) {
  return <EmptyState title={desk.empty.title} text={reads ? desk.empty.text : desk.empty.textForKeepers} />;
}
