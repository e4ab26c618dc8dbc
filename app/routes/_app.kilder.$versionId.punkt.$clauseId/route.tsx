import { data, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param, readsHearings } from "~/answering";
import { ALL } from "~/components/all";
import { apart } from "~/components/apart";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { PAGE } from "~/components/pages";
import { isTarget } from "~/document-model/proposal";
import { refreshWith } from "~/refreshing";
import { clauseName } from "~/words/clause-names";
import { clausePage as words } from "~/words/clause-page";
import { nodeKinds } from "~/words/names";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { GoalHistory } from "../../../server/goals/shapes";
import type { ClauseHistory } from "../../../server/search/shapes";
import { Editions } from "./editions";
import { GoalYears } from "./goal-years";
import { Neighbours } from "./neighbours";
import { Remarks } from "./remarks";
import { Wordings } from "./wordings";
import "./clause.css";

const GoalInitiatives = apart(() => import("./goal-initiatives").then((part) => part.GoalInitiatives));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: shell.title(page ? clauseName(page.clause) : sources.title) },
];

export const loader = loads(async ({ services, viewer, params, url }) => {
  const { version, clauses } = await services.agreements.version(viewer, param(params, "versionId"));
  const clauseId = param(params, "clauseId");
  const clause = clauses.find(({ id }) => id === clauseId);
  if (!clause) {
    const into = await services.agreements.joinedInto(viewer, clauseId);
    throw into ? redirect(`/kilder/${version.id}/punkt/${into}`) : data({ code: "not-found" }, { status: 404 });
  }
  const line = readsHearings(viewer) ? await services.carryOver.ancestors(viewer, clause.id) : null;
  return {
    version,
    clause,
    ...neighboursOf(clause, clauses),
    history: line && told(await services.search.history(viewer, line, Number(url.searchParams.get(PAGE)))),
    goal: line && clause.kind === "goal" ? assessed(await services.goals.history(viewer, line), url) : null,
    initiatives: line && clause.kind === "goal" ? await services.initiatives.ofGoal(viewer, line) : null,
  };
});

/** Of its remarks a page, and of its assessments the newest: which, the address says. */
export const shouldRevalidate = refreshWith(PAGE, ALL);

/** Where a remark stands in its text, and its centers once more, are for who searches. */
function told({ remarks, ...history }: ClauseHistory) {
  return { ...history, remarks: remarks.map(({ heading: _, centers: __, ...remark }) => remark) };
}

const NEWEST = 2;

/** A decade of assessments is a long way down to the remarks. [Q27] */
function assessed(history: GoalHistory, url: URL) {
  const shown = url.searchParams.has(ALL) ? history.assessed : history.assessed.slice(0, NEWEST);
  return { ...history, assessed: shown, count: history.assessed.length };
}

/** What the sender made of a remark, which the form names; or a figure that has come, with its indicator in the button. */
export const action = acts(async ({ services, viewer, form }) => {
  const command = field(form, "command");
  const [verb, id = ""] = command.split(" ");
  if (verb === "count" || verb === "uncount") {
    await services.initiatives[verb](viewer, id, form);
    return { done: true, saved: command };
  }
  await services.outcomes.record(viewer, field(form, "responseId"), form);
  return { done: true, recorded: field(form, "blockId") };
});

/** In reading order, past what nobody can comment on. */
function neighboursOf(clause: ClauseRow, clauses: readonly ClauseRow[]) {
  const at = clauses.indexOf(clause);
  const previous = clauses.slice(0, at).findLast(isTarget) ?? null;
  return { previous, next: clauses.slice(at + 1).find(isTarget) ?? null };
}

/** One clause or goal, where it comes from, and all that was ever said of it. */
export default function Clause() {
  const { version, clause, previous, next, history, goal, initiatives } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [
    { to: "/kilder", text: sources.title },
    { to: `/kilder/${version.id}`, text: `${version.source.title}, ${version.label}` },
  ];
  const meta = (
    <>
      <span>{nodeKinds[clause.kind]}</span>
      {clause.parentId && <span>{clause.path}</span>}
      <Link to={`/kilder/${version.id}#k-${clause.id}`}>{words.inSource}</Link>
    </>
  );
  return (
    <Page>
      <PageHeader title={clauseName(clause)} crumbs={crumbs} meta={meta} />
      {clause.text && <blockquote className="clause-words">{clause.text}</blockquote>}
      {history && <Editions history={history} />}
      {history && goal && <Wordings earlier={history.earlier} became={goal.became} />}
      <Neighbours versionId={version.id} previous={previous} next={next} />
      {initiatives && <GoalInitiatives {...initiatives} answer={answer} />}
      {goal && <GoalYears assessed={goal.assessed} count={goal.count} versionId={version.id} />}
      <section className="section clause-remarks" aria-labelledby="remarks">
        <h2 id="remarks">{words.remarks}</h2>
        {history ? <Remarks clause={clause} history={history} answer={answer} /> : <EmptyState {...words.notForRole} />}
      </section>
    </Page>
  );
}
