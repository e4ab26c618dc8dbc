import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { Button, ButtonLink } from "~/components/button";
import { ClientOnly } from "~/components/client-only";
import { EmptyState } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { report as words } from "~/words/outcomes";
import { shell } from "~/words/shell";
import { useResponse } from "../_app.svar.$responseId/use-response";
import { Report } from "./report-view";
import "./report.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params }) => {
  const { remarks, can, rows, responseId } = await services.outcomes.overview(viewer, param(params, "responseId"));
  return {
    responseId,
    remarks,
    can,
    rows: rows.length,
    waiting: rows.filter(({ state }) => state.kind === "waiting").length,
  };
});

export const action = acts(async ({ services, viewer, params, form }) => {
  await services.outcomes.record(viewer, param(params, "responseId"), form);
  return { done: true, recorded: field(form, "blockId") };
});

export default function Outcomes() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { status } = useResponse();
  const isOver = status === "approved" || status === "filed";
  if (!isOver) return <EmptyState {...words.notApproved} />;
  if (page.remarks.length === 0) return <EmptyState {...words.noRemarks} />;
  return (
    <div className="outcomes">
      <div className="outcomes-head">
        <p className="soft prose">{words.lead}</p>
        <Ways {...page} />
      </div>
      <Report page={page} answer={answer} />
    </div>
  );
}

type Ways = { responseId: string; rows: number; waiting: number; can: { record: boolean } };

function Ways({ responseId, rows, waiting, can }: Ways) {
  const overview = `/svar/${responseId}/udfald/oversigt`;
  const isOwed = can.record && (rows === 0 || waiting > 0);
  return (
    <div className="row">
      {isOwed && <ButtonLink to={overview}>{rows === 0 ? words.bringIn : words.waiting(waiting)}</ButtonLink>}
      {!isOwed && rows > 0 && (
        <ButtonLink kind="quiet" to={overview}>
          {words.overview}
        </ButtonLink>
      )}
      <a className="button" data-kind="quiet" href={`/svar/${responseId}/udfald.csv`} download>
        {words.csv}
      </a>
      <ClientOnly fallback={null}>
        {() => (
          <Button type="button" kind="quiet" onClick={() => print()}>
            {words.print}
          </Button>
        )}
      </ClientOnly>
    </div>
  );
}
