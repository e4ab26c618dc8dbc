import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { DeadlineLines } from "~/components/status";
import { stepNames, plan as words } from "~/words/plan";
import { date, untilDeadline, urgency } from "~/words/time";
import type { PlanPage, PlanStepRow } from "../../../server/consultations/plan/shapes";
import { isDone } from "./done";

const TICKS = "trin-udfoert";

/** The steps of the plan, with the dates to be changed where they stand by who may. */
export function Steps({ page, answer }: { page: PlanPage; answer: unknown }) {
  const { steps, can, isConfirmed } = page;
  const next = steps.find(({ done }) => !done);
  const rows = steps.map((step) => <Step key={step.id} step={step} isNext={step === next} mayChange={can.plan} />);
  if (!can.plan) return <ol className="plan-steps">{rows}</ol>;
  return (
    <Answered answer={answer} command="confirm">
      {/* A plan set anew has other dates. */}
      <Form method="post" className="plan-form" noValidate preventScrollReset key={keyOf(steps)}>
        <p className={isConfirmed ? "soft" : "plan-proposed"}>{isConfirmed ? words.confirmed : words.proposed}</p>
        <ErrorSummary />
        <ol className="plan-steps">{rows}</ol>
        <div className="row">
          <Button name="command" value="confirm">
            {isConfirmed ? words.save : words.confirm}
          </Button>
          <span role="status">{isDone(answer, "confirm") && words.saved}</span>
        </div>
      </Form>
      {/* The ticks lie inside the other form and belong to this one. */}
      <Form method="post" id={TICKS} preventScrollReset />
    </Answered>
  );
}

function keyOf(steps: readonly PlanStepRow[]): string {
  return steps.map(({ deadline: { day, time } }) => `${day}${time ?? ""}`).join();
}

type StepProps = { step: PlanStepRow; isNext: boolean; mayChange: boolean };

function Step({ step, isNext, mayChange }: StepProps) {
  const { kind, deadline, done, off } = step;
  const state = done ? "done" : deadline.daysLeft < 0 ? "late" : isNext ? "next" : "later";
  return (
    <li className="plan-step" data-state={state}>
      <div className="plan-what">
        <h3 id={`step-${kind}`}>{stepNames[kind]}</h3>
        <p className="soft small">{words.stepText(kind)}</p>
        {done && <p className="small plan-done">{words.done(done.by, date(done.at))}</p>}
        {!done && off && <p className="small plan-off">{words.off(off)}</p>}
      </div>
      <div className="plan-when">
        {mayChange ? <Dates step={step} /> : <DeadlineLines deadline={deadline} isOver={done !== null} />}
        {mayChange && !done && (
          <p className="small numeric deadline" data-urgency={urgency(deadline)}>
            {untilDeadline(deadline)}
          </p>
        )}
      </div>
      {mayChange && <Tick step={step} />}
    </li>
  );
}

function Dates({ step: { id, kind, deadline } }: { step: PlanStepRow }) {
  return (
    <fieldset className="plan-dates" aria-labelledby={`step-${kind}`}>
      <Field name={`day-${id}`} label={words.day} type="date" defaultValue={deadline.day} />
      <Field name={`time-${id}`} label={words.time} type="time" defaultValue={deadline.time ?? ""} />
    </fieldset>
  );
}

function Tick({ step: { id, kind, done } }: { step: PlanStepRow }) {
  return (
    <Button
      kind="quiet"
      size="small"
      form={TICKS}
      name={done ? "undone" : "done"}
      value={id}
      aria-label={done ? words.undoOf(kind) : words.markDoneOf(kind)}
    >
      {done ? words.undo : words.markDone}
    </Button>
  );
}
