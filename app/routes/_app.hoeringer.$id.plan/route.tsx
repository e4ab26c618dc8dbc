import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { EmptyState, Notice } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { plan as words } from "~/words/plan";
import { shell } from "~/words/shell";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import { Extend } from "./extend";
import { Facts } from "./facts";
import { Late } from "./late";
import { Moved } from "./moved";
import { Steps } from "./steps";
import { Templates } from "./templates";
import "./plan.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.consultations.plans.page(viewer, param(params, "id")),
);

export const action = acts(async ({ services: { consultations }, viewer, params, form }) => {
  const { plans } = consultations;
  const id = param(params, "id");
  const [done, undone] = [field(form, "done"), field(form, "undone")];
  if (done || undone) {
    await plans.tick(viewer, id, { stepId: done || undone, done: done ? "yes" : "" });
    return { done: "tick" };
  }
  const command = field(form, "command");
  if (command === "confirm") await plans.confirm(viewer, id, form);
  else if (command === "choose") await plans.choose(viewer, id, form);
  else if (command === "change") await plans.change(viewer, id, form);
  else if (command === "extend") await plans.extend(viewer, id, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return { done: command };
});

export default function Plan() {
  const page = useLoaderData<typeof loader>();
  const hearing = useHearing();
  const answer = useActionData<typeof action>();
  const mayChange = page.can.plan;
  return (
    <div className="plan">
      <section aria-labelledby="steps">
        <h2 id="steps">{words.steps}</h2>
        <p className="soft">{words.lead(page.workingDays)}</p>
        {page.steps.length > 0 ? <Steps page={page} answer={answer} /> : <NoPlan {...page} />}
        {mayChange && page.templates.some(({ fits }) => fits) && <Templates page={page} answer={answer} />}
      </section>
      <aside className="plan-aside">
        {mayChange ? <Facts hearing={hearing} answer={answer} /> : <Notice>{words.readOnly}</Notice>}
        {page.can.extend && page.centers.length > 0 && <Extend page={page} hearing={hearing} answer={answer} />}
        <Late centers={page.centers} hearingId={hearing.id} />
        {page.moved.length > 0 && <Moved moved={page.moved} />}
      </aside>
    </div>
  );
}

type NoPlanProps = { workingDays: number; templates: readonly { fits: boolean }[]; can: { plan: boolean } };

function NoPlan({ workingDays, templates, can }: NoPlanProps) {
  const { title, text, tooShort, forReaders } = words.none;
  const hasTime = templates.some(({ fits }) => fits);
  return <EmptyState title={title} text={!hasTime ? tooShort(workingDays) : can.plan ? text : forReaders} />;
}
