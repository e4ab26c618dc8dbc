import { Form } from "@remix-run/react";
import { Answered, ErrorSummary, useKeptTicks, useRefusal } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, TextField } from "~/components/field";
import { KleField } from "~/components/kle-field";
import { Unfold } from "~/components/unfold";
import { plan as words } from "~/words/plan";
import { deadlineDay } from "~/words/time";
import type { ConsultationHead } from "../../../server/consultations/shapes";
import { isDone } from "./done";

type Props = { hearing: ConsultationHead; answer: unknown };

/** What the hearing was opened with, and the way to change it. */
export function Facts({ hearing, answer }: Props) {
  const { facts } = words;
  const { deadline, caseNumber, kle } = hearing;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{facts.title}</h2>
      <dl className="facts">
        <dt>{facts.deadline}</dt>
        <dd>{deadlineDay(deadline)}</dd>
        <dt>{facts.caseNumber}</dt>
        <dd className="numeric">{caseNumber}</dd>
        <dt>{facts.kle}</dt>
        <dd className="numeric">{kle}</dd>
      </dl>
      <p role="status" className="plan-saved">
        {isDone(answer, "change") && facts.saved}
      </p>
      {/* Saved, the form is folded away and has what stands now. */}
      <Answered answer={answer} command="change" key={`${deadline.day}${deadline.time}${caseNumber}${kle}`}>
        <Unfold summary={facts.change}>
          <Change hearing={hearing} />
        </Unfold>
      </Answered>
    </section>
  );
}

function Change({ hearing: { deadline, caseNumber, kle } }: Pick<Props, "hearing">) {
  const { facts } = words;
  // What was ticked when it was refused is ticked still, and what was not is not.
  const wasRefused = useRefusal().code !== null;
  const wasTicked = useKeptTicks("movePlan");
  return (
    <Form method="post" className="form" noValidate preventScrollReset>
      <ErrorSummary />
      <div className="form-columns">
        <Field name="deadline" label={facts.deadline} type="date" defaultValue={deadline.day} width="short" />
        <Field
          name="deadlineTime"
          label={facts.deadlineTime}
          type="time"
          defaultValue={deadline.time ?? ""}
          width="short"
          isOptional
        />
      </div>
      <TextField name="reason" label={facts.reason} hint={facts.reasonHint} rows={2} maxLength={1000} />
      <label className="choice">
        <input type="checkbox" name="movePlan" value="yes" defaultChecked={wasRefused ? wasTicked("yes") : true} />
        {facts.movePlan}
      </label>
      <Field name="caseNumber" label={facts.caseNumber} defaultValue={caseNumber} maxLength={50} width="medium" />
      <KleField name="kle" label={facts.kle} kind="topics" defaultValue={kle} />
      <Button kind="quiet" name="command" value="change">
        {facts.submit}
      </Button>
    </Form>
  );
}
