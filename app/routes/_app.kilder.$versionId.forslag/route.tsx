import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { useOriginal } from "~/components/original/use-original";
import { answerCorrection } from "~/components/outline/answer";
import { OutlineView } from "~/components/outline/outline";
import { refreshOutline } from "~/components/outline/refresh";
import { sendOrSay } from "~/components/outline/send-or-say";
import { useOutline } from "~/components/outline/use-outline";
import { EmptyState, Notice, Page, PageHeader } from "~/components/page";
import { proposal as words } from "~/words/proposal";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import { Accept } from "./accept";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(words.title(data?.version.source.title ?? "")) },
];

export const shouldRevalidate = refreshOutline;

export const loader = loads(({ services, viewer, params }) =>
  services.agreements.proposal(viewer, param(params, "versionId")),
);

export const action = acts(async ({ services: { agreements }, viewer, params, form }) => {
  const id = param(params, "versionId");
  if (field(form, "op") === "accept") {
    await agreements.accept(viewer, id, form);
    const { editions } = await agreements.version(viewer, id);
    const isFollowing = editions.some((edition) => edition.id === id && edition.followsId);
    return redirect(isFollowing ? `/kilder/${id}/overfoersel` : `/kilder/${id}`);
  }
  return answerCorrection(form, {
    nodes: async () => (await agreements.proposal(viewer, id)).nodes,
    correct: (fields) => agreements.correct(viewer, id, fields),
    undo: (fields) => agreements.undo(viewer, id, fields),
  });
});

export const clientAction = sendOrSay;

export default function Proposal() {
  const page = useLoaderData<typeof loader>();
  return <ProposalOf page={page} key={page.version.id} />;
}

function ProposalOf({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { version, can } = page;
  const outline = useOutline(page);
  const { nodes, counts, focus, isBusy } = outline;
  const original = useOriginal({ version, clauses: nodes, chosen: focus?.id });
  return (
    <Page>
      <PageHeader
        title={words.title(version.source.title)}
        lead={words.lead}
        meta={words.counts(counts)}
        crumbs={[{ to: "/kilder", text: sources.title }]}
      >
        {original.toggle}
        {can.correct && <Accept revision={page.revision} isBusy={isBusy} />}
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
      {nodes.length === 0 ? <EmptyState title={sources.title} text={words.none} /> : <OutlineView outline={outline} />}
      {original.pane}
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
