import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField } from "~/components/field";
import { KleField } from "~/components/kle-field";
import { Notice, Page, PageHeader } from "~/components/page";
import { newFollowUp } from "~/words/follow-ups";
import { hearings } from "~/words/hearings";
import { newAssessment } from "~/words/new-assessment";
import { newHearing as words } from "~/words/new-hearing";
import { shell } from "~/words/shell";
import type { Viewer } from "../../../server/identity/viewer";
import type { Services } from "../../../server/services";
import { FromLetter, fromLetter, Letters } from "./letter";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer, url }) => ({
  // Hundreds after some years, and in order: without their fields' names.
  sources: (await services.consultations.sources(viewer)).map(
    ({ versionId, title, label, clauses }) => [versionId, title, label, clauses] as const,
  ),
  chosen: url.searchParams.get("kilde") ?? "",
  letter: await services.letters.find(viewer, url.searchParams.get("brev") ?? ""),
  waiting: await services.letters.waiting(viewer),
  assessment: await assessmentOf(services, viewer, url.searchParams),
}));

const KINDS = { vurdering: "assessment", opfoelgning: "follow-up" } as const;
const WORDS = { assessment: newAssessment, "follow-up": { ...newAssessment, ...newFollowUp } } as const;

/** Asked for by "Ny vurdering" or "Ny opfølgning": what it may be called, for when, and under whom. */
async function assessmentOf({ consultations }: Services, viewer: Viewer, asked: URLSearchParams) {
  const kind = asked.get("slags");
  if (kind !== "vurdering" && kind !== "opfoelgning") return null;
  const proposal = await consultations.assessmentProposal(viewer, asked.get("kilde") ?? "");
  return { kind: KINDS[kind], ...proposal };
}

export const action = acts(async ({ services, viewer, form }) =>
  redirect(`/hoeringer/${await services.consultations.open(viewer, form)}`),
);

export default function NewHearing() {
  const { sources, assessment, letter, waiting, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { title, lead, submit } = assessment ? WORDS[assessment.kind] : words;
  return (
    <Page>
      <PageHeader title={title} lead={lead} crumbs={[{ to: "/hoeringer", text: hearings.title }]} />
      {sources.length === 0 && (
        <Notice tone="warn">
          <p>
            {words.noSource} <Link to="/kilder/ny">{words.addSource}</Link>
          </p>
        </Notice>
      )}
      <WithoutGoals />
      <Answered answer={answer}>
        <Form method="post" className="form" noValidate>
          <ErrorSummary />
          {letter && <FromLetter letter={letter} />}
          {!letter && !assessment && <Letters waiting={waiting} source={chosen} />}
          <About />
          <Times />
          <Button>{submit}</Button>
        </Form>
      </Answered>
    </Page>
  );
}

/** Said before anybody fills in the rest, and where to go from there. */
function WithoutGoals() {
  const { assessment, chosen } = useLoaderData<typeof loader>();
  if (!assessment?.source || assessment.source.goals > 0) return null;
  return (
    <Notice tone="warn">
      <p>
        {newAssessment.noGoals(assessment.source.title)}{" "}
        <Link to={`/kilder/${chosen}/ret`}>{newAssessment.correct}</Link>
      </p>
    </Notice>
  );
}

function About() {
  const { sources, chosen, assessment, letter } = useLoaderData<typeof loader>();
  const said = fromLetter(letter?.proposal ?? null);
  const { sender, senderHint } = assessment ? WORDS[assessment.kind] : words;
  const of = assessment?.source;
  return (
    <>
      <SelectField name="kind" label={words.kind} defaultValue={assessment?.kind ?? "hearing"} width="medium">
        <option value="hearing">{words.kinds.hearing}</option>
        <option value="assessment">{words.kinds.assessment}</option>
        <option value="follow-up">{words.kinds["follow-up"]}</option>
      </SelectField>
      <SelectField name="versionId" label={words.source} defaultValue={chosen}>
        <option value="">{words.chooseSource}</option>
        {sources.map(([versionId, title, label, clauses]) => (
          <option key={versionId} value={versionId}>
            {words.sourceOption(title, label, clauses)}
          </option>
        ))}
      </SelectField>
      <Field
        name="title"
        label={words.hearingTitle}
        maxLength={255}
        defaultValue={of ? WORDS[assessment.kind].proposedTitle(of.title).slice(0, 255) : said.title}
      />
      <Field
        name="sender"
        label={sender}
        hint={said.hints.sender ?? senderHint}
        maxLength={255}
        defaultValue={assessment?.kind === "assessment" ? of?.publisher : said.sender}
      />
      {assessment && (
        <SelectField name="coordinatorId" label={newAssessment.coordinator} defaultValue={assessment.coordinatorId}>
          {assessment.coordinators.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

function Times() {
  const { assessment, letter } = useLoaderData<typeof loader>();
  const said = fromLetter(letter?.proposal ?? null);
  return (
    <>
      {said.hints.deadline && <p className="field-hint">{said.hints.deadline}</p>}
      <div className="form-columns">
        <Field
          name="deadline"
          label={words.deadline}
          type="date"
          width="short"
          defaultValue={assessment?.deadline ?? said.deadline}
        />
        <Field
          name="deadlineTime"
          label={words.deadlineTime}
          type="time"
          width="short"
          defaultValue={said.deadlineTime}
          isOptional
        />
      </div>
      <div className="form-columns">
        <Field name="caseNumber" label={words.caseNumber} width="short" maxLength={50} />
        <KleField name="kle" kind="topics" label={words.kle} hint={words.kleHint} />
      </div>
    </>
  );
}
