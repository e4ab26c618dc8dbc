import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { Answered } from "~/components/answered";
import { EmptyState, Notice } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { report, overview as words } from "~/words/outcomes";
import { shell } from "~/words/shell";
import { useResponse } from "../_app.svar.$responseId/use-response";
import { BringIn } from "./bring-in";
import { Come } from "./come";
import { Rows } from "./rows";
import "./overview.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params, url }) => {
  const wanted = url.searchParams.get("raekke") ?? undefined;
  const { rows, ...page } = await services.outcomes.overview(viewer, param(params, "responseId"), wanted);
  const lean = rows.map(({ id, subject, summary, sender, state }) => ({
    id,
    subject: subject.slice(0, 120),
    summary: (summary || subject).slice(0, 160),
    sender: sender.slice(0, 120),
    state: state.kind === "recorded" ? { kind: state.kind, outcome: state.outcome } : { kind: state.kind },
  }));
  return { ...page, rows: lean };
});

export const action = acts(async ({ services: { outcomes }, viewer, params, form }) => {
  const id = param(params, "responseId");
  const here = `/svar/${id}/udfald/oversigt`;
  const rowId = field(form, "rowId");
  switch (field(form, "op")) {
    case "add": {
      const { rows, others } = await outcomes.addOverview(viewer, id, form);
      return redirect(`${here}?lagt=${rows}&andre=${others}`);
    }
    case "type":
      await outcomes.addRow(viewer, id, form);
      return redirect(`${here}?lagt=1&andre=0`);
    case "remove":
      await outcomes.removeOverview(viewer, id, form);
      return redirect(here);
    case "take-back":
      await outcomes.takeBack(viewer, id, form);
      return redirect(`${here}?raekke=${encodeURIComponent(rowId)}`);
    default:
      await outcomes.settle(viewer, id, form);
      return redirect(`${here}?gjort=${encodeURIComponent(rowId)}`);
  }
});

export default function Overview() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { status } = useResponse();
  if (status !== "approved" && status !== "filed" && page.rows.length === 0)
    return <EmptyState {...report.notApproved} />;
  return (
    <div className="overview">
      <div className="overview-head">
        <h2>{words.title}</h2>
        <Link to={`/svar/${page.responseId}/udfald`}>{words.back}</Link>
      </div>
      <Added />
      {page.rows.length > 0 && <Rows page={page} answer={answer} />}
      {page.rows.length === 0 && !page.can.record && <EmptyState {...words.none} />}
      {page.can.record && <BringIn isFirst={page.rows.length === 0} answer={answer} />}
      <Answered answer={answer} command="remove">
        <Come overviews={page.overviews} mayRemove={page.can.record} />
      </Answered>
    </div>
  );
}

function Added() {
  const [search] = useSearchParams();
  const [rows, others] = [search.get("lagt"), search.get("andre")].map((text) => Number.parseInt(text ?? "", 10));
  if (rows === undefined || others === undefined || Number.isNaN(rows) || Number.isNaN(others)) return null;
  return (
    <div role="status">
      <Notice tone={rows > 0 ? "good" : "accent"}>
        <p>{words.added(rows, others)}</p>
      </Notice>
    </div>
  );
}
