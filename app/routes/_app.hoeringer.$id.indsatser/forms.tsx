import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { answeredCommand } from "~/components/answered-command";
import { Button } from "~/components/button";
import { Field, SelectField } from "~/components/field";
import { danish } from "~/document-model/figures";
import { initiatives as words } from "~/words/follow-ups";
import type { FollowedGoal, IndicatorRow, InitiativeBoard, InitiativeNow } from "../../../server/initiatives/shapes";
import type { Shown } from "./shown";

type Fold = {
  summary: string;
  of?: string;
  command: string;
  answer: unknown;
  stamp: string;
  children: React.ReactNode;
};

/** A form that is folded until it is asked for, or was refused; what was saved empties it. */
function Folded({ summary, of, command, answer, stamp, children }: Fold) {
  const answered = answeredCommand(answer);
  const isRefused = answered?.command === command && !answered.isDone;
  return (
    <details className="unfold" open={isRefused || undefined} key={stamp}>
      <summary>
        {summary}
        {of && <span className="visually-hidden">{of}</span>}
      </summary>
      <Answered answer={answer} command={command}>
        <Form method="post" preventScrollReset className="form" noValidate>
          <ErrorSummary />
          {children}
        </Form>
      </Answered>
    </details>
  );
}

type Adding = { goal: FollowedGoal; name: string; count: number; board: InitiativeBoard; answer: unknown };

export function AddInitiative({ goal, name, count, board, answer }: Adding) {
  const command = `add ${goal.id}`;
  return (
    <Folded summary={words.add} of={words.addTo(name)} command={command} answer={answer} stamp={String(count)}>
      <input type="hidden" name="clauseId" value={goal.id} />
      <InitiativeFields centers={board.centers} />
      <Button name="command" value={command}>
        {words.add}
      </Button>
    </Folded>
  );
}

export function ChangeInitiative({ initiative, board, answer }: Shown) {
  const { id, title, centerId, center, period, deadline, endedOn } = initiative;
  const command = `change ${id}`;
  const isKnown = board.centers.some((one) => one.id === centerId);
  const centers = isKnown ? board.centers : [{ id: centerId, name: center }, ...board.centers];
  const stamp = [title, centerId, period, deadline, endedOn].join();
  return (
    <Folded summary={words.change} of={words.changeOf(title)} command={command} answer={answer} stamp={stamp}>
      <InitiativeFields initiative={initiative} centers={centers} />
      <div className="row">
        <Button name="command" value={command}>
          {words.saveInitiative}
        </Button>
        <Button name="command" value={`${endedOn ? "resume" : "end"} ${id}`} kind="quiet">
          {endedOn ? words.resume : words.end}
        </Button>
      </div>
      {!endedOn && <p className="soft small">{words.endHint}</p>}
    </Folded>
  );
}

type InitiativeFieldsProps = { initiative?: InitiativeNow; centers: InitiativeBoard["centers"] };

function InitiativeFields({ initiative, centers }: InitiativeFieldsProps) {
  const only = centers.length === 1 ? centers[0]?.id : undefined;
  return (
    <>
      <Field name="title" label={words.title} maxLength={255} defaultValue={initiative?.title} />
      <SelectField name="centerId" label={words.center} defaultValue={initiative?.centerId ?? only ?? ""}>
        <option value="">{words.chooseCenter}</option>
        {centers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="form-columns">
        <Field
          name="period"
          label={words.period}
          hint={words.periodHint}
          width="medium"
          maxLength={100}
          defaultValue={initiative?.period}
          isOptional
        />
        <Field
          name="deadline"
          label={words.deadline}
          hint={words.deadlineHint}
          width="medium"
          maxLength={200}
          defaultValue={initiative?.deadline}
          isOptional
        />
      </div>
    </>
  );
}

export function AddIndicator({ initiative: { id, indicators }, answer }: Shown) {
  const command = `add-indicator ${id}`;
  return (
    <Folded summary={words.addIndicator} command={command} answer={answer} stamp={String(indicators.length)}>
      <IndicatorFields />
      <Button name="command" value={command} kind="quiet">
        {words.saveIndicator}
      </Button>
    </Folded>
  );
}

export function IndicatorFields({ indicator }: { indicator?: IndicatorRow }) {
  const { from, to } = indicator?.target ?? {};
  return (
    <>
      <Field name="name" label={words.indicatorName} maxLength={255} defaultValue={indicator?.name} />
      <div className="form-columns">
        <Field
          name="unit"
          label={words.unit}
          hint={words.unitHint}
          width="short"
          maxLength={30}
          defaultValue={indicator?.unit}
          isOptional
        />
        <Field
          name="targetFrom"
          label={words.targetFrom}
          width="short"
          inputMode="decimal"
          defaultValue={from && danish(from)}
          isOptional
        />
        <Field
          name="targetTo"
          label={words.targetTo}
          width="short"
          inputMode="decimal"
          defaultValue={to && danish(to)}
          isOptional
        />
      </div>
      <p className="soft small">{words.targetHint}</p>
    </>
  );
}
