import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { danish, withUnit } from "~/document-model/figures";
import { initiatives as words } from "~/words/follow-ups";
import { date, day } from "~/words/time";
import type { IndicatorRow } from "../../../server/initiatives/shapes";
import { answeredCommand } from "./command";
import { IndicatorFields } from "./forms";
import type { Shown } from "./shown";

/** A place for the next figure of each indicator, and below it all that it has. */
export function FigureForms({ initiative, board: { today }, answer }: Shown) {
  return initiative.indicators.map((indicator) => (
    <div key={indicator.id} className="figure-form">
      <NewFigure indicator={indicator} today={today} answer={answer} />
      {indicator.figures.length > 0 && <AllFigures indicator={indicator} />}
      <ChangeIndicator indicator={indicator} answer={answer} />
    </div>
  ));
}

type Props = { indicator: IndicatorRow; answer: unknown };

function NewFigure({ indicator, today, answer }: Props & { today: string }) {
  const { id, name, unit, figures } = indicator;
  const command = `say ${id}`;
  return (
    <Answered answer={answer} command={command}>
      <Form method="post" preventScrollReset key={figures.map(({ day: of, value }) => of + value).join()} noValidate>
        <ErrorSummary />
        <fieldset className="form-columns">
          <legend className="field-label">{words.newFigure(name)}</legend>
          <Field
            name="value"
            label={withUnit(words.value, `(${unit})`)}
            hint={words.valueHint}
            width="short"
            inputMode="decimal"
          />
          <Field name="day" label={words.day} type="date" width="short" defaultValue={today} max={today} />
          <Button name="command" value={command} kind="quiet" aria-label={words.saveOf(name)}>
            {words.save}
          </Button>
        </fieldset>
      </Form>
    </Answered>
  );
}

function AllFigures({ indicator: { id, unit, figures } }: { indicator: IndicatorRow }) {
  return (
    <details className="unfold">
      <summary>{words.figures.all(figures.length)}</summary>
      <ul className="plain-list">
        {figures.toReversed().map((one) => {
          const figure = withUnit(danish(one.value), unit);
          return (
            <li key={one.day}>
              <Form method="post" preventScrollReset className="row">
                <input type="hidden" name="day" value={one.day} />
                <span className="numeric">
                  {figure}, {day(one.day)}
                </span>
                <span className="soft small">{words.figures.by(one.by, date(one.at))}</span>
                <Button
                  name="command"
                  value={`take-back ${id}`}
                  kind="bare"
                  size="small"
                  aria-label={words.figures.takeBackOf(figure, day(one.day))}
                >
                  {words.figures.takeBack}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function ChangeIndicator({ indicator, answer }: Props) {
  const command = `change-indicator ${indicator.id}`;
  const isRefused = answeredCommand(answer)?.command === command && !answeredCommand(answer)?.isDone;
  const { name, unit, target } = indicator;
  return (
    <details className="unfold" open={isRefused || undefined}>
      <summary>
        {words.changeIndicator}
        <span className="visually-hidden">{words.changeIndicatorOf(name)}</span>
      </summary>
      <Answered answer={answer} command={command}>
        <Form
          method="post"
          preventScrollReset
          className="form"
          noValidate
          key={[name, unit, target.from, target.to].join()}
        >
          <ErrorSummary />
          <IndicatorFields indicator={indicator} />
          <Button name="command" value={command} kind="quiet">
            {words.saveIndicator}
          </Button>
        </Form>
      </Answered>
    </details>
  );
}
