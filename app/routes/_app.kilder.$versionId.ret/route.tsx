import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Asked, acts, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { useOriginal } from "~/components/original/use-original";
import { answerCorrection } from "~/components/outline/answer";
import { OutlineView } from "~/components/outline/outline";
import { refreshOutline } from "~/components/outline/refresh";
import { sendOrSay } from "~/components/outline/send-or-say";
import { useOutline } from "~/components/outline/use-outline";
import { Notice, Page, PageHeader } from "~/components/page";
import { isRefusal } from "~/refusals";
import { amending as words } from "~/words/outline";
import { proposal } from "~/words/proposal";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(words.title(data?.version.source.title ?? "")) },
];

export const shouldRevalidate = refreshOutline;

export const loader = loads(acceptedTree);

/** What is still a proposal is corrected as one. */
async function acceptedTree({ services, viewer, params }: Asked) {
  const id = param(params, "versionId");
  try {
    return await services.agreements.amending(viewer, id);
  } catch (error) {
    if (isRefusal(error) && error.code === "not-accepted-yet") throw redirect(`/kilder/${id}/forslag`);
    throw error;
  }
}

export const action = acts(({ services: { agreements }, viewer, params, form }) => {
  const id = param(params, "versionId");
  return answerCorrection(form, {
    nodes: async () => (await agreements.amending(viewer, id)).nodes,
    correct: (fields) => agreements.amend(viewer, id, fields),
    undo: (fields) => agreements.undoAmendment(viewer, id, fields),
  });
});

export const clientAction = sendOrSay;

export default function Amending() {
  const page = useLoaderData<typeof loader>();
  return <AmendingOf page={page} key={page.version.id} />;
}

function AmendingOf({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { version, can, inUse } = page;
  const outline = useOutline(page);
  const original = useOriginal({ version, clauses: outline.nodes, chosen: outline.focus?.id });
  return (
    <Page>
      <PageHeader
        title={words.title(version.source.title)}
        lead={words.lead}
        meta={words.standing(version, proposal.counts(outline.counts))}
        crumbs={[
          { to: "/kilder", text: sources.title },
          { to: `/kilder/${version.id}`, text: version.source.title },
        ]}
      >
        {original.toggle}
        <ButtonLink to={`/kilder/${version.id}`} kind="quiet">
          {words.done}
        </ButtonLink>
      </PageHeader>
      {!can.correct && (
        <Notice>
          <p>{proposal.readOnly}</p>
        </Notice>
      )}
      <OutlineView outline={outline} inUse={inUse} />
      {original.pane}
    </Page>
  );
}
