import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { KleField } from "~/components/kle-field";
import { Notice, Page, PageHeader } from "~/components/page";
import { kle as words } from "~/words/kle";
import { administration } from "~/words/oversight";
import { shell } from "~/words/shell";
import type { KlePage } from "../../../server/kle/shapes";
import { List } from "./list";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(({ services, viewer }) => services.kle.page(viewer));

export const action = acts(async ({ services, viewer, form }) => {
  if (field(form, "command") === "bring") return { brought: await services.kle.bring(viewer, form) };
  await services.kle.chooseFacet(viewer, form);
  return { brought: null };
});

export default function KleLists() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer && "brought" in answer ? answer : null;
  return (
    <Page>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ to: "/administration", text: administration.title }]}
      />
      <div role="status">
        {done?.brought && (
          <div className="section">
            <Brought {...done.brought} />
          </div>
        )}
      </div>
      <List kind="topics" list={page.topics} />
      <List kind="facets" list={page.facets} />
      <Answered answer={answer} command="bring">
        <Bring />
      </Answered>
      <Answered answer={answer} command="facet">
        {/* A list that has come can be looked in at once. */}
        <Facet key={page.facets?.edition ?? ""} page={page} isSaved={done !== null && done.brought === null} />
      </Answered>
      {page.topics && (
        <section className="section" aria-label={words.tryIt}>
          <KleField name="try" kind="topics" label={words.tryIt} hint={words.tryHint} />
        </section>
      )}
    </Page>
  );
}

type Done = { kind: "topics" | "facets"; count: number; same: boolean };

function Brought({ kind, count, same }: Done) {
  return <Notice tone="good">{same ? words.bring.same : words.bring.done(words.counts[kind](count))}</Notice>;
}

function Bring() {
  const { bring } = words;
  return (
    <Form method="post" encType="multipart/form-data" className="form section" noValidate aria-labelledby="bring">
      <div>
        <h2 id="bring">{bring.title}</h2>
        <p className="soft">{bring.lead}</p>
      </div>
      <ErrorSummary />
      <Field name="file" label={bring.file} hint={bring.fileHint} type="file" accept=".txt,.xml" />
      <Field name="edition" label={bring.edition} hint={bring.editionHint} type="date" width="medium" isOptional />
      <Button name="command" value="bring">
        {bring.submit}
      </Button>
    </Form>
  );
}

function Facet({ page, isSaved }: { page: KlePage; isSaved: boolean }) {
  const { facet } = words;
  return (
    <Form method="post" className="form section" noValidate aria-labelledby="facet">
      <div>
        <h2 id="facet">{facet.title}</h2>
      </div>
      <ErrorSummary />
      <KleField name="facet" kind="facets" label={facet.label} hint={facet.hint} defaultValue={page.facet} isOptional />
      <div className="row">
        <Button name="command" value="facet" kind="quiet">
          {facet.submit}
        </Button>
        <span role="status">{isSaved && facet.saved}</span>
      </div>
    </Form>
  );
}
