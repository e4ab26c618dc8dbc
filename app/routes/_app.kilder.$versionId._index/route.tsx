import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Asked, holds, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { Hash } from "~/components/hash";
import { Page, PageHeader } from "~/components/page";
import { isRefusal } from "~/refusals";
import { sourceKinds } from "~/words/names";
import { shell } from "~/words/shell";
import { sources, version as words } from "~/words/sources";
import { date } from "~/words/time";
import type { VersionHead } from "../../../server/agreements/shapes";
import { Clauses } from "./clauses";
import "./version.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(data?.version.source.title ?? sources.title) },
];

export const loader = loads(async (asked) => ({
  ...(await acceptedVersion(asked)),
  can: { openHearing: holds(asked.viewer, "coordinator") },
}));

/** A version that is still a proposal has its page elsewhere. */
async function acceptedVersion({ services, viewer, params }: Asked) {
  const id = param(params, "versionId");
  try {
    return await services.agreements.version(viewer, id);
  } catch (error) {
    if (isRefusal(error) && error.code === "not-accepted-yet") throw redirect(`/kilder/${id}/forslag`);
    throw error;
  }
}

export default function Version() {
  const { version, clauses, can } = useLoaderData<typeof loader>();
  const crumbs = [{ to: "/kilder", text: sources.title }];
  return (
    <Page>
      <PageHeader title={version.source.title} lead={version.label} crumbs={crumbs}>
        {can.openHearing && (
          <>
            <ButtonLink to={`/kilder/ny?kilde=${version.source.id}`} kind="quiet">
              {words.addVersion}
            </ButtonLink>
            <ButtonLink to={`/hoeringer/ny?kilde=${version.id}`} kind="quiet">
              {words.openHearing}
            </ButtonLink>
          </>
        )}
      </PageHeader>
      <div className="version">
        <section aria-labelledby="content">
          <h2 id="content">{words.content}</h2>
          {clauses.length > 0 ? <Clauses clauses={clauses} /> : <p>{words.none}</p>}
        </section>
        <Facts version={version} />
      </div>
    </Page>
  );
}

function Facts({ version }: { version: VersionHead }) {
  return (
    <aside aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl className="facts">
        <dt>{words.kind}</dt>
        <dd>{sourceKinds[version.source.kind]}</dd>
        <dt>{words.publisher}</dt>
        <dd>{version.source.publisher}</dd>
        <dt>{words.accepted}</dt>
        <dd>{version.acceptedAt && date(version.acceptedAt)}</dd>
        <dt>{words.file}</dt>
        <dd>
          {version.fileName}
          <br />
          <a href={`/kilder/${version.id}/original`} download>
            {words.download}
          </a>
        </dd>
        <dt>{words.fingerprint}</dt>
        <dd>
          <Hash sha256={version.sha256} />
        </dd>
      </dl>
    </aside>
  );
}
