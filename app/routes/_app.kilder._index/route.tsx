import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { holds, loads, readsHearings } from "~/answering";
import { ButtonLink } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { Pages } from "~/components/pages";
import { StatusPill } from "~/components/status";
import { comparison } from "~/words/comparison";
import { sourceKinds } from "~/words/names";
import { paging } from "~/words/paging";
import { shell } from "~/words/shell";
import { sources as words } from "~/words/sources";
import { date } from "~/words/time";
import type { SourceSummary } from "../../../server/agreements/shapes";
import "./sources.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer, url }) => ({
  ...(await services.agreements.page(viewer, Number(url.searchParams.get("side")))),
  can: { add: holds(viewer, "coordinator"), compare: readsHearings(viewer) },
}));

/** `followed`: the edition it was carried over from. `isNewest` stands first of its source and names it. */
type Row = { source: SourceSummary; version: Edition; isNewest: boolean; followed: Edition | null };
type Edition = SourceSummary["versions"][number];

const NAMED: readonly [Column<Row>, ...Column<Row>[]] = [
  { label: words.columns.title, cell: Name },
  { label: words.columns.kind, cell: ({ source, isNewest }) => isNewest && sourceKinds[source.kind] },
  { label: words.columns.publisher, cell: ({ source, isNewest }) => isNewest && source.publisher },
  {
    label: words.columns.version,
    cell: ({ version }) => (
      <div>
        {version.label}
        <div className="edition-day soft small">{date(version.createdAt)}</div>
      </div>
    ),
  },
  { label: words.columns.content, cell: ({ version }) => words.content(version.clauses, version.goals) },
  {
    label: words.columns.state,
    cell: ({ version }) => (
      <StatusPill tone={version.isAccepted ? "good" : "warn"}>
        {version.isAccepted ? words.accepted : words.proposed}
      </StatusPill>
    ),
  },
];
const CHANGES: Column<Row> = {
  label: words.columns.compare,
  cell: ({ source, version, followed }) =>
    followed && (
      <Link to={`/kilder/${version.id}/sammenlign`} prefetch="intent">
        {comparison.withEdition(followed.number)}
        <span className="visually-hidden"> {words.of(source.title)}</span>
      </Link>
    ),
};

/** The source's title stands once, at its newest edition; the others stand under it by their numbers. */
function Name({ source, version, isNewest }: Row) {
  const to = version.isAccepted ? `/kilder/${version.id}` : `/kilder/${version.id}/forslag`;
  if (isNewest)
    return (
      <>
        <Link to={to} prefetch="intent">
          {source.title}
        </Link>
        {source.versions.length > 1 && <div className="soft small">{words.edition(version)}</div>}
      </>
    );
  return (
    <span className="older">
      <Link to={to} prefetch="intent">
        {words.edition(version)}
        <span className="visually-hidden"> {words.of(source.title)}</span>
      </Link>
    </span>
  );
}

function rowsOf(sources: readonly SourceSummary[]): Row[] {
  return sources.flatMap((source) =>
    source.versions.map((version, at) => {
      const followed = source.versions.find(({ id }) => id === version.followsId) ?? null;
      return { source, version, isNewest: at === 0, followed };
    }),
  );
}

export default function Sources() {
  const { sources, page, pages, can } = useLoaderData<typeof loader>();
  const rows = rowsOf(sources);
  const hasFollowers = can.compare && rows.some(({ followed }) => followed);
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead}>
        {can.add && <ButtonLink to="/kilder/ny">{words.add}</ButtonLink>}
      </PageHeader>
      {rows.length > 0 ? (
        <DataTable
          caption={words.title}
          columns={hasFollowers ? [...NAMED, CHANGES] : NAMED}
          rows={rows}
          keyOf={({ version }) => version.id}
        />
      ) : (
        <EmptyState title={words.none.title} text={words.none.text} />
      )}
      <Pages {...{ page, pages, label: words.pages, back: paging.previous, on: paging.next, anchor: "indhold" }} />
    </Page>
  );
}
