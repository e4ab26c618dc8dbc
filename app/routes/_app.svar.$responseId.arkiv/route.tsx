import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { Answered } from "~/components/answered";
import { EmptyState } from "~/components/page";
import { useLive } from "~/components/use-live";
import { refreshAfterConflict } from "~/refreshing";
import { filing as words } from "~/words/review";
import { shell } from "~/words/shell";
import { Files } from "./files";
import { FilingForm } from "./filing-form";
import { FilingStatus } from "./filing-status";
import "./filing.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.exports.page(viewer, param(params, "responseId")),
);

export const action = acts(async ({ services, viewer, params, form }) => {
  const filingId = field(form, "retry");
  if (filingId) await services.exports.retry(viewer, filingId);
  else await services.exports.requestFiling(viewer, param(params, "responseId"), form);
  return { done: true };
});

export default function Filing() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useLive();
  if (!page.approved && !page.filing) return <EmptyState title={words.nothing.title} text={words.nothing.text} />;
  return (
    <Answered answer={answer}>
      <div className="filing">
        <div>
          {page.filing && <FilingStatus filing={page.filing} mayRetry={page.can.retry} />}
          {page.can.file && <FilingForm suggested={page.suggested} responseId={page.responseId} />}
        </div>
        {page.approved && <Files approved={page.approved} responseId={page.responseId} mayExport={page.can.export} />}
      </div>
    </Answered>
  );
}
