import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { Page, PageHeader } from "~/components/page";
import { DeadlineText } from "~/components/status";
import { refreshAfterConflict } from "~/refreshing";
import { invitation as words } from "~/words/invitation";
import { consultationKinds } from "~/words/names";
import { shell } from "~/words/shell";
import type { InvitationPage } from "../../../server/consultations/guests/shapes";
import { Accept, Decline } from "./forms";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.consultations.guests.invitation(viewer, param(params, "hearingId")),
);

export const action = acts(async ({ services: { consultations }, viewer, params, form }) => {
  const id = param(params, "hearingId");
  if (field(form, "command") === "decline") await consultations.guests.decline(viewer, id, form);
  else await consultations.guests.accept(viewer, id, form);
  return field(form, "then") === "open" ? redirect(`/hoeringer/${id}`) : { done: true };
});

/** An invitation to answer together, for the coordinators of the municipality that was invited. */
export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isDone = answer !== undefined && "done" in answer;
  const { state, can, host } = page;
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead(host, page.invitedBy, page.invitedAt)}>
        {state === "accepted" && (
          <ButtonLink to={`/hoeringer/${page.consultationId}`}>{words.open[page.kind]}</ButtonLink>
        )}
      </PageHeader>
      <div className="section">
        <Facts page={page} />
      </div>
      {state === "waiting" && can.answer && <p className="section prose">{words.explained(host)}</p>}
      <p role="status">{isDone && state === "accepted" && words.changed}</p>
      {(!can.answer || state === "declined") && <p className="section prose">{words.over[state]}</p>}
      {can.answer && state !== "declined" && (
        <>
          <Accept page={page} answer={answer} />
          <Decline page={page} answer={answer} />
        </>
      )}
    </Page>
  );
}

function Facts({ page: { kind, title, sender, deadline, host, state, reason } }: { page: InvitationPage }) {
  const { facts } = words;
  return (
    <dl className="facts">
      <dt>{consultationKinds[kind]}</dt>
      <dd>{title}</dd>
      <dt>{facts.sender}</dt>
      <dd>{sender}</dd>
      <dt>{facts.deadline}</dt>
      <dd>
        <DeadlineText deadline={deadline} isOver={false} />
      </dd>
      <dt>{facts.host}</dt>
      <dd>{host}</dd>
      <dt>{facts.state}</dt>
      <dd>
        {words.states[state]}
        {state === "declined" && reason && <span className="soft"> – {words.given(reason)}</span>}
      </dd>
    </dl>
  );
}
