import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useDeferredValue, useMemo } from "react";
import { loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { comparison as words } from "~/words/comparison";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import { CHANGE_KINDS } from "./address";
import { Bar } from "./bar";
import { Filter } from "./filter";
import { List } from "./list";
import { partsOf, proposedIn, shownRows } from "./rows";
import { Shortcuts } from "./shortcuts";
import { useChanges, useKeys } from "./use-changes";
import { useView } from "./use-view";
import "./comparison.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(data ? `${words.title}: ${data.to.source.title}` : words.title) },
];

/** Another filter or layout is of the same rows. */
export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params }) => {
  const { from, to, rows, counts } = await services.carryOver.comparison(viewer, param(params, "versionId"));
  return { from, to, counts, rows: shownRows(rows) };
});

export default function Comparison() {
  const { from, to, counts, rows } = useLoaderData<typeof loader>();
  const proposed = proposedIn(rows);
  const crumbs = [
    { to: "/kilder", text: sources.title },
    { to: `/kilder/${to.id}`, text: `${to.source.title}, ${to.label}` },
  ];
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead(from.label, to.label)} crumbs={crumbs}>
        <ButtonLink to={`/kilder/${to.id}/overfoersel`} kind="quiet">
          {words.toDesk}
        </ButtonLink>
      </PageHeader>
      {rows.length > 0 ? (
        <>
          <p className="comparison-sum">
            {words.counts(rows.length - counts.unchanged, counts.unchanged)}{" "}
            {proposed > 0 ? words.proposed(proposed) : words.allDecided}
          </p>
          <Changes />
        </>
      ) : (
        <EmptyState title={words.nothing.title} text={words.nothing.text} />
      )}
    </Page>
  );
}

function Changes() {
  const { from, to, counts, rows } = useLoaderData<typeof loader>();
  const { view, show, toggle, turn } = useView();
  // Hundreds of rows follow a moment after the field that was ticked.
  const { kinds, layout } = useDeferredValue(view);
  const parts = useMemo(() => partsOf(rows, kinds), [rows, kinds]);
  const labels = useMemo(() => ({ before: from.label, after: to.label }), [from.label, to.label]);
  const changes = useChanges();
  useKeys({
    n: () => changes.step(1),
    p: () => changes.step(-1),
    o: turn,
    0: () => show({ kinds: new Set() }),
    ...Object.fromEntries(CHANGE_KINDS.map((kind, at) => [String(at + 1), () => toggle(kind)])),
  });
  const of = parts.filter((part) => "row" in part).length;
  const columns = { before: words.before(from.label), after: words.after(to.label) };
  return (
    <>
      <Filter view={view} counts={counts} toggle={toggle} show={show} />
      <Shortcuts />
      <Bar view={view} show={show} labels={columns} at={changes.at} of={of} step={changes.step} />
      <List parts={parts} layout={layout} labels={labels} list={changes.list} onFocus={changes.onFocus} />
    </>
  );
}
