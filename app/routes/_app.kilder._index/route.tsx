import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { holds, loads } from "~/answering";
import { ButtonLink } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { StatusPill } from "~/components/status";
import { sourceKinds } from "~/words/names";
import { shell } from "~/words/shell";
import { sources as words } from "~/words/sources";
import { date } from "~/words/time";
import type { SourceSummary } from "../../../server/agreements/shapes";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer }) => ({
  sources: await services.agreements.list(viewer),
  can: { add: holds(viewer, "coordinator") },
}));

type Row = { source: SourceSummary; version: SourceSummary["versions"][number] };

const columns: readonly [Column<Row>, ...Column<Row>[]] = [
  {
    label: words.columns.title,
    cell: ({ source, version }) => (
      <Link to={version.isAccepted ? `/kilder/${version.id}` : `/kilder/${version.id}/forslag`} prefetch="intent">
        {source.title}
      </Link>
    ),
  },
  { label: words.columns.kind, cell: ({ source }) => sourceKinds[source.kind] },
  { label: words.columns.publisher, cell: ({ source }) => source.publisher },
  {
    label: words.columns.version,
    cell: ({ version }) => (
      <span>
        {version.label} <span className="soft small">{date(version.createdAt)}</span>
      </span>
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

export default function Sources() {
  const { sources, can } = useLoaderData<typeof loader>();
  const rows = sources.flatMap((source) => source.versions.map((version) => ({ source, version })));
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead}>
        {can.add && <ButtonLink to="/kilder/ny">{words.add}</ButtonLink>}
      </PageHeader>
      {rows.length > 0 ? (
        <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ version }) => version.id} />
      ) : (
        <EmptyState title={words.none.title} text={words.none.text} />
      )}
    </Page>
  );
}
