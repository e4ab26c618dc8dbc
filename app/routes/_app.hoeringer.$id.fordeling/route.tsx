import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { acts, field, param } from "~/answering";
import { Answered } from "~/components/answered";
import { Notice } from "~/components/page";
import { hearing, assigning as words } from "~/words/hearings";
import { shell } from "~/words/shell";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import { AssignPanel } from "./assign-panel";
import { ClauseTree, UNASSIGN_FORM } from "./clause-tree";
import { useSelection } from "./use-selection";
import "./assigning.css";

export const meta: MetaFunction = () => [{ title: shell.title(hearing.assigning) }];

/** Two commands on one page: a chip's cross names the pair to take back, else the form gives. */
export const action = acts(async ({ services, viewer, params, form }) => {
  const id = param(params, "id");
  const [clauseId, centerId] = field(form, "takeBack").split("|");
  if (clauseId && centerId) await services.consultations.unassign(viewer, id, { clauseId, centerId });
  else await services.consultations.assign(viewer, id, form);
  return { done: true };
});

export default function Assigning() {
  const page = useHearing();
  const answer = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const selection = useSelection(form, page.clauses);
  const isDone = answer !== undefined && "done" in answer;
  useEffect(() => {
    if (!isDone) return;
    form.current?.reset();
    selection.count();
  }, [isDone, selection.count]);
  return (
    <Answered answer={answer}>
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
