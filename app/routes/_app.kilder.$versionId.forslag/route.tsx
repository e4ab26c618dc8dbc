import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { EmptyState, Notice, Page, PageHeader } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { shell } from "~/words/shell";
import { sources, proposal as words } from "~/words/sources";
import { Accept } from "./accept";
import { correctionsOf } from "./corrections";
import { Inspector } from "./inspector";
import { NodeList } from "./node-list";
import { useCorrecting } from "./use-correcting";
import "./proposal.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(words.title(data?.version.source.title ?? "")) },
];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.agreements.proposal(viewer, param(params, "versionId")),
);

/** Whatever was typed is kept first; then comes what the button asks for. Each is a correction on the next revision. */
export const action = acts(async ({ services: { agreements }, viewer, params, form }) => {
  const id = param(params, "versionId");
  const op = field(form, "op");
  if (op === "undo") {
    await agreements.undo(viewer, id, form);
    return { done: true };
  }
  if (op === "accept") {
    await agreements.accept(viewer, id, form);
    return redirect(`/kilder/${id}`);
  }
  const { nodes } = await agreements.proposal(viewer, id);
  const node = nodes.find((one) => one.id === field(form, "nodeId"));
  for (const correction of node ? correctionsOf(form, node) : []) await agreements.correct(viewer, id, correction);
  return { done: true };
});

export default function Proposal() {
  const page = useLoaderData<typeof loader>();
  const { version, nodes, counts, can } = page;
  const [search] = useSearchParams();
  const selected = nodes.find(({ id }) => id === search.get("punkt")) ?? nodes[0];
  const correcting = useCorrecting(page, selected);
  return (
    <Page>
      <PageHeader
        title={words.title(version.source.title)}
        lead={words.lead}
        meta={words.counts(counts)}
        crumbs={[{ to: "/kilder", text: sources.title }]}
      >
        {can.correct && <Accept revision={page.revision} />}
      </PageHeader>
      {!can.correct && (
        <Notice>
          <p>
            {version.acceptedAt ? words.isAccepted : words.readOnly}{" "}
            {version.acceptedAt && <Link to={`/kilder/${version.id}`}>{words.toVersion}</Link>}
          </p>
        </Notice>
      )}
      <Warnings codes={page.warnings} />
      {nodes.length === 0 && <EmptyState title={sources.title} text={words.none} />}
      <div
        className="proposal"
        data-editable={can.correct ? "" : undefined}
        data-chosen={search.has("punkt") ? "" : undefined}
      >
        <NodeList nodes={nodes} selected={selected} onKeyDown={correcting.onKeyDown} />
        {can.correct && selected && <Inspector page={page} node={selected} correcting={correcting} />}
      </div>
    </Page>
  );
}

function Warnings({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <Notice tone="warn">
      {codes.map((code) => (
        <p key={code}>{words.warningText(code)}</p>
      ))}
    </Notice>
  );
}
