import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, loads, param } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button, ButtonLink } from "~/components/button";
import { hearing as words } from "~/words/hearings";
import { consultationKinds } from "~/words/names";
import type { ConsultationPage } from "../../../server/consultations/shapes";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import { CenterProgress } from "./center-progress";
import { progressPerCenter } from "./progress";
import "./overview.css";

export const meta: MetaFunction = ({ matches }) => {
  const page = matches.find(({ id }) => id === "routes/_app.hoeringer.$id")?.data as { title: string } | undefined;
  return [{ title: `${page?.title ?? words.overview} – Samsvar` }];
};

export const loader = loads(async ({ services, viewer, params }) => {
  const { cells, centers } = await services.links.coverage(viewer, param(params, "id"));
  return { progress: progressPerCenter(centers, cells) };
});

export const action = acts(async ({ services, viewer, params }) =>
  redirect(`/svar/${await services.responses.start(viewer, param(params, "id"))}`),
);

export default function Overview() {
  const page = useHearing();
  const { progress } = useLoaderData<typeof loader>();
  return (
    <div className="overview">
      <div>
        <NextStep page={page} />
        <section className="section">
          <h2>{words.progress}</h2>
          <CenterProgress progress={progress} page={page} />
        </section>
      </div>
      <Facts page={page} />
    </div>
  );
}

/** The one thing to do from here: begin the text, or open it. */
function NextStep({ page }: { page: ConsultationPage }) {
  const answer = useActionData<typeof action>();
  if (page.responseId) return <ButtonLink to={`/svar/${page.responseId}`}>{words.openText[page.kind]}</ButtonLink>;
  return (
    <section className="panel stack">
      <Answered answer={answer}>
        <ErrorSummary />
      </Answered>
      <h2>{words.startTitle[page.kind]}</h2>
      <p>{page.can.startResponse ? words.startText : words.waitText}</p>
      {page.can.startResponse && (
        <Form method="post">
          <Button>{words.start}</Button>
        </Form>
      )}
    </section>
  );
}

function Facts({ page }: { page: ConsultationPage }) {
  const { facts } = words;
  return (
    <aside aria-labelledby="facts">
      <h2 id="facts">{facts.title}</h2>
      <dl className="facts">
        <dt>{facts.kind}</dt>
        <dd>{consultationKinds[page.kind]}</dd>
        <dt>{facts.sender}</dt>
        <dd>{page.sender}</dd>
        <dt>{facts.source}</dt>
        <dd>
          <Link to={`/kilder/${page.source.versionId}`}>{page.source.title}</Link>, {page.source.label}
        </dd>
        <dt>{facts.coordinator}</dt>
        <dd>{page.coordinator}</dd>
        <dt>{facts.caseNumber}</dt>
        <dd className="numeric">{page.caseNumber}</dd>
        <dt>{facts.kle}</dt>
        <dd className="numeric">{page.kle}</dd>
      </dl>
    </aside>
  );
}
