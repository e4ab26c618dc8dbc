import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { acts, field, loads, param } from "~/answering";
import { ALL } from "~/components/all";
import { Answered } from "~/components/answered";
import { useRest } from "~/components/in-parts";
import { NewVersion } from "~/components/new-version";
import { Notice } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { assigning as words } from "~/words/assigning";
import { hearingFrame } from "~/words/hearing-frame";
import { shell } from "~/words/shell";
import { AssignPanel } from "./assign-panel";
import { ClauseTree, UNASSIGN_FORM } from "./clause-tree";
import { beginningOf, type Clause, missingIn, type Page, packed, unpacked } from "./given";
import { useSelection } from "./use-selection";
import "./assigning.css";

export const meta: MetaFunction = () => [{ title: shell.title(hearingFrame.assigning) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services: { consultations }, viewer, params, url }): Promise<Page> => {
  const id = param(params, "id");
  const { clauses: rows, assignments, ...page } = await consultations.page(viewer, id);
  const clauses = rows.map(({ path: _, page: __, ...clause }) => clause);
  const given = packed(assignments, page.centers);
  const owners = unpacked(given);
  return {
    ...page,
    // The rest is fetched from the source's own address, which a guest has not. [J12]
    clauses: url.searchParams.has(ALL) || page.host !== null ? clauses : beginningOf(clauses, owners),
    count: clauses.length,
    missing: missingIn(clauses, owners).length,
    given,
    // The latest internal deadline so far is most often the one meant again; the first is the plan's.
    meant:
      assignments
        .map((one) => one.deadline.day)
        .sort()
        .at(-1) ?? (await consultations.plans.internalDay(viewer, id)),
  };
});

/** A chip's buttons name the pair to take back, or to answer for the goal; else the form gives. */
export const action = acts(async ({ services, viewer, params, form }) => {
  const id = param(params, "id");
  const [goalId, ownerId] = field(form, "own").split("|");
  if (goalId && ownerId) {
    await services.consultations.own(viewer, id, { clauseId: goalId, centerId: ownerId });
    return { done: true };
  }
  const [clauseId, centerId] = field(form, "takeBack").split("|");
  if (clauseId && centerId) await services.consultations.unassign(viewer, id, { clauseId, centerId });
  else await services.consultations.assign(viewer, id, form);
  return { done: true };
});

export default function Assigning() {
  const loaded = useLoaderData<typeof loader>();
  const { source, count } = loaded;
  const page = { ...loaded, clauses: useRest<Clause>(loaded.clauses, count, `/kilder/${source.versionId}/punkter`) };
  const answer = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const selection = useSelection(form, page.clauses);
  const isDone = answer !== undefined && "done" in answer;
  useEffect(() => {
    // Each answer is one that has been done: the second time, too, the ticks have done their work.
    if (answer === undefined || !("done" in answer)) return;
    form.current?.reset();
    selection.count();
  }, [answer, selection.count]);
  return (
    <Answered answer={answer}>
      {page.newer && (
        <NewVersion
          newer={page.newer}
          label={page.source.label}
          canFollow={page.can.assign}
          action={`/hoeringer/${page.id}?index`}
        />
      )}
      {!page.can.assign && (
        <Notice>
          <p>{page.status === "writing" || page.status === "not-started" ? words.readOnly : words.locked}</p>
        </Notice>
      )}
      <Form method="post" className="assigning" ref={form} onChange={selection.onChange} noValidate preventScrollReset>
        <ClauseTree page={page} selection={selection} />
        {page.can.assign && <AssignPanel page={page} selected={selection.selected} isDone={isDone} />}
      </Form>
      {/* The crosses lie inside the other form and belong to this one. */}
      <Form method="post" id={UNASSIGN_FORM} preventScrollReset />
    </Answered>
  );
}
