import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { Answered } from "~/components/answered";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/page";
import { useLive } from "~/components/use-live";
import { refreshAfterConflict } from "~/refreshing";
import { files } from "~/words/files";
import { filing as words } from "~/words/filing";
import { shell } from "~/words/shell";
import { Files } from "./files";
import { FilingForm } from "./filing-form";
import { filingPage } from "./filing-page";
import { FilingStatus } from "./filing-status";
import "./filing.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  filingPage(services, viewer, param(params, "responseId")),
);

export const action = acts(async ({ services, viewer, params, form }) => {
  const filingId = field(form, "retry");
  if (filingId) await services.exports.retry(viewer, filingId, form);
  else await services.exports.requestFiling(viewer, param(params, "responseId"), form);
  return { done: true };
});

export default function Filing() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useLive(`/svar/${page.responseId}/arkiv/nyt`, page);
  if (!page.approved && !page.filing)
    return (
      <EmptyState {...words.nothing}>
        <ButtonLink kind="quiet" to={`/svar/${page.responseId}/arkiv/filer`}>
          {files.draftLink}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <Answered answer={answer}>
      <div className="filing">
        <div>
          {page.filing && <FilingStatus filing={page.filing} chosen={page.chosen} can={page.can} />}
          {page.filing && page.can.correct && (
            <FilingForm page={page} suggested={page.filing.metadata} retried={page.filing.id} />
          )}
          {page.can.file && <FilingForm page={page} suggested={page.suggested} />}
        </div>
        {page.approved && (
          <Files
            approved={page.approved}
            attached={page.attached}
            responseId={page.responseId}
            mayExport={page.can.export}
          />
        )}
      </div>
    </Answered>
  );
}
