import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { type Asked, holds, loads, param, readsHearings } from "~/answering";
import { ALL } from "~/components/all";
import { ButtonLink } from "~/components/button";
import { Hash } from "~/components/hash";
import { useRest } from "~/components/in-parts";
import { useOriginal } from "~/components/original/use-original";
import { Page, PageHeader } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { isRefusal } from "~/refusals";
import { carryOver } from "~/words/carry-over";
import { comparison } from "~/words/comparison";
import { newFollowUp } from "~/words/follow-ups";
import { goalBoard } from "~/words/goal-pages";
import { sourceKinds } from "~/words/names";
import { newAssessment } from "~/words/new-assessment";
import { amending } from "~/words/outline";
import { shell } from "~/words/shell";
import { sources, version as words } from "~/words/sources";
import { date } from "~/words/time";
import type { VersionHead } from "../../../server/agreements/shapes";
import { beginningOf, Clauses, type ListedClause } from "./clauses";
import { Corrections } from "./corrections";
import { Editions, followedNumber, NewerEdition } from "./editions";
import "./version.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(data?.version.source.title ?? sources.title) },
];

/** Choosing a clause asks for nothing. */
export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async (asked) => {
  const { clauses, ...page } = await acceptedVersion(asked);
  const listed = clauses.map(({ path: _, ...clause }) => clause);
  return {
    ...page,
    clauses: asked.url.searchParams.has(ALL) ? listed : beginningOf(listed),
    count: clauses.length,
    has: {
      goals: clauses.some(({ kind }) => kind === "goal"),
      numbers: clauses.some(({ number }) => number !== ""),
    },
    corrections: await asked.services.agreements.corrections(asked.viewer, param(asked.params, "versionId")),
    can: { openHearing: holds(asked.viewer, "coordinator"), compare: readsHearings(asked.viewer) },
  };
});

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
  const { version, clauses: first, count, has, editions, corrections, can } = useLoaderData<typeof loader>();
  // A correction makes other clauses of it.
  const clauses = useRest<ListedClause>(first, count, `/kilder/${version.id}/punkter?rettelse=${version.minor}`);
  const follows = followedNumber(editions, version.id);
  const [search] = useSearchParams();
  const chosen = search.get("punkt") ?? undefined;
  const original = useOriginal({ version, clauses, chosen });
  const crumbs = [{ to: "/kilder", text: sources.title }];
  return (
    <Page>
      <PageHeader title={version.source.title} lead={comparison.edition(version)} crumbs={crumbs}>
        {original.toggle}
        {can.compare && has.goals && (
          <ButtonLink to={`/kilder/${version.id}/maal`} kind="quiet">
            {goalBoard.open}
          </ButtonLink>
        )}
        {can.compare && follows && (
          <>
            <ButtonLink to={`/kilder/${version.id}/overfoersel`} kind="quiet">
              {carryOver.title}
            </ButtonLink>
            <ButtonLink to={`/kilder/${version.id}/sammenlign`} kind="quiet">
              {comparison.withEdition(follows)}
            </ButtonLink>
          </>
        )}
        {can.openHearing && (
          <>
            <ButtonLink to={`/kilder/${version.id}/ret`} kind="quiet">
              {amending.open}
            </ButtonLink>
            <ButtonLink to={`/kilder/ny?kilde=${version.source.id}`} kind="quiet">
              {words.addVersion}
            </ButtonLink>
            <ButtonLink to={`/hoeringer/ny?kilde=${version.id}`} kind="quiet">
              {words.openHearing}
            </ButtonLink>
            {has.goals && (
              <>
                <ButtonLink to={`/hoeringer/ny?kilde=${version.id}&slags=vurdering`} kind="quiet">
                  {newAssessment.open}
                </ButtonLink>
                <ButtonLink to={`/hoeringer/ny?kilde=${version.id}&slags=opfoelgning`} kind="quiet">
                  {newFollowUp.open}
                </ButtonLink>
              </>
            )}
          </>
        )}
      </PageHeader>
      <NewerEdition editions={editions} current={version.id} />
      <div className="version">
        <section aria-labelledby="content">
          <h2 id="content">{words.content}</h2>
          {clauses.length > 0 ? (
            <Clauses {...{ clauses, count, chosen }} isNumbered={has.numbers} onChoose={original.show} />
          ) : (
            <p>{words.none}</p>
          )}
        </section>
        <div className="stack">
          <Facts version={version} />
          <Editions editions={editions} current={version.id} canCompare={can.compare} />
          <Corrections version={version} corrections={corrections} />
        </div>
      </div>
      {original.pane}
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
