import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { apart } from "~/components/apart";
import { Button, ButtonLink } from "~/components/button";
import { NewVersion } from "~/components/new-version";
import { progressPerCenter } from "~/components/progress-per-center";
import { Undecided } from "~/components/undecided";
import { isAboutGoals } from "~/document-model/goals";
import { hearing as words } from "~/words/hearing";
import { hearingFrame } from "~/words/hearing-frame";
import { consultationKinds } from "~/words/names";
import type { ConsultationHead } from "../../../server/consultations/shapes";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import { Activity } from "./activity";
import { AssessmentChoices, AssessmentFiles } from "./assessment";
import { Attachments } from "./attachments";
import { CenterProgress } from "./center-progress";
import { LetterFacts } from "./letter-facts";
import { Timeline } from "./timeline";
import "./overview.css";

const Municipalities = apart(() => import("./municipalities").then((part) => part.Municipalities));

export const meta: MetaFunction = ({ matches }) => {
  const page = matches.find(({ id }) => id === "routes/_app.hoeringer.$id")?.data as { title: string } | undefined;
  return [{ title: `${page?.title ?? hearingFrame.overview} – Samsvar` }];
};

export const loader = loads(async ({ services, viewer, params }) => {
  const id = param(params, "id");
  // Coverage first: it reads what was typed just now for the rows that the rest is read from.
  const { kind, cells, centers, unassignedGoals } = await services.links.progress(viewer, id);
  const [{ parts, ...front }, letter, municipalities, attachments, form] = await Promise.all([
    services.consultations.front(viewer, id),
    services.letters.ofHearing(viewer, id),
    services.consultations.guests.page(viewer, id),
    services.attachments.ofHearing(viewer, id),
    isAboutGoals(kind) ? services.goals.form(viewer, id) : null,
  ]);
  return {
    ...front,
    progress: progressPerCenter(centers, cells).map((row) => ({
      ...row,
      part: parts.find(({ centerId }) => centerId === row.center.id)?.state ?? null,
    })),
    unassignedGoals,
    letter,
    municipalities,
    attachments,
    form,
  };
});

export const action = acts(
  async ({ services: { attachments, consultations, goals, responses }, viewer, params, form }) => {
    const id = param(params, "id");
    const command = field(form, "command");
    if (command === "follow") await consultations.follow(viewer, id, form);
    else if (command === "stay") await consultations.stay(viewer, id, form);
    else if (command === "attach") await attachments.attach(viewer, id, form);
    else if (command === "detach") await attachments.remove(viewer, id, form);
    else if (command === "invite") await consultations.guests.invite(viewer, id, form);
    else if (command === "withdraw") await consultations.guests.withdraw(viewer, id, form);
    else if (command === "form") await goals.changeForm(viewer, id, form);
    else return redirect(`/svar/${await responses.start(viewer, id, form)}`);
    return redirect(`/hoeringer/${id}`);
  },
);

export default function Overview() {
  const page = useHearing();
  const { progress, form, municipalities, attachments, activity, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="overview">
      <div>
        <Versions page={page} />
        <NextStep page={page} />
        <section className="section">
          <h2>{words.progress}</h2>
          <CenterProgress progress={progress} page={page} />
        </section>
        <Municipalities page={municipalities} answer={answer} />
        <Attachments page={attachments} answer={answer} />
        {form && <AssessmentFiles form={form} />}
        <Activity activity={activity} today={today} responseId={page.responseId} />
      </div>
      <Facts page={page} />
    </div>
  );
}

/** A newer version to say yes or no to; after a yes, what waits to be decided. */
function Versions({ page: { newer, undecided, source, can } }: { page: ConsultationHead }) {
  const answer = useActionData<typeof action>();
  if (!newer && undecided.length === 0) return null;
  return (
    <div className="overview-versions">
      {newer && <NewVersion newer={newer} label={source.label} canFollow={can.assign} answer={answer} />}
      <Undecided desks={undecided.map((desk) => ({ ...desk, names: [] }))} canDecide={can.assign} />
    </div>
  );
}

/** The one thing to do from here: begin the text, or open it. */
function NextStep({ page }: { page: ConsultationHead }) {
  const answer = useActionData<typeof action>();
  const { unassignedGoals } = useLoaderData<typeof loader>();
  if (page.responseId) return <ButtonLink to={`/svar/${page.responseId}`}>{words.openText[page.kind]}</ButtonLink>;
  return (
    <section className="panel stack">
      <Answered answer={answer} command="start">
        <ErrorSummary />
      </Answered>
      <h2>{words.startTitle[page.kind]}</h2>
      <p>{page.can.startResponse ? words.startText : words.waitText[page.kind]}</p>
      {page.can.startResponse && (
        <Form method="post" className="stack">
          {page.kind === "assessment" && <AssessmentChoices unassigned={unassignedGoals} />}
          <Button name="command" value="start">
            {words.start[page.kind]}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Facts({ page }: { page: ConsultationHead }) {
  const { letter, timeline, today } = useLoaderData<typeof loader>();
  const { facts } = words;
  return (
    <aside>
      <Timeline timeline={timeline} today={today} />
      <h2 id="facts">{facts.title}</h2>
      <dl className="facts">
        <dt>{facts.kind}</dt>
        <dd>{consultationKinds[page.kind]}</dd>
        <dt>{facts.sender[page.kind]}</dt>
        <dd>{page.sender}</dd>
        <dt>{facts.source}</dt>
        <dd>
          {page.host ? page.source.title : <Link to={`/kilder/${page.source.versionId}`}>{page.source.title}</Link>},{" "}
          {page.source.label}
        </dd>
        <dt>{facts.coordinator}</dt>
        <dd>{page.coordinator}</dd>
        <dt>{facts.caseNumber}</dt>
        <dd className="numeric">{page.caseNumber}</dd>
        <dt>{facts.kle}</dt>
        <dd className="numeric">{page.kle}</dd>
        {letter && <LetterFacts letter={letter} />}
      </dl>
    </aside>
  );
}
