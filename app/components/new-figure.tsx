import { Form } from "@remix-run/react";
import { danish, withUnit } from "~/document-model/figures";
import { initiatives as words } from "~/words/follow-ups";
import { date, day } from "~/words/time";
import type { IndicatorRow } from "../../server/initiatives/shapes";
import { Answered, ErrorSummary } from "./answered";
import { Button } from "./button";
import { Field } from "./field";

/** In a follow-up that is written a figure is said there; else it is counted when it comes. [M11] [M23] */
const VERBS = { "in-text": ["say", "take-back"], between: ["count", "uncount"] } as const;

type Props = { indicator: IndicatorRow; today: string; answer: unknown; where: keyof typeof VERBS };

/** A place for the indicator's next figure, and below it all that it has. */
export function Figures(props: Props) {
  return (
    <>
      <NewFigure {...props} />
      {props.indicator.figures.length > 0 && <AllFigures {...props} />}
    </>
  );
}

function NewFigure({ indicator: { id, name, unit, figures }, today, answer, where }: Props) {
  const command = `${VERBS[where][0]} ${id}`;
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

function AllFigures({ indicator: { id, unit, figures }, where }: Props) {
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
                  value={`${VERBS[where][1]} ${id}`}
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
