import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { answeredCommand } from "~/components/answered-command";
import { Button } from "~/components/button";
import { Figures } from "~/components/new-figure";
import { initiatives as words } from "~/words/follow-ups";
import type { IndicatorRow } from "../../../server/initiatives/shapes";
import { IndicatorFields } from "./forms";
import type { Shown } from "./shown";

/** Of each indicator a place for its next figure, also once the text is sent: then it is for the next follow-up. [M23] */
export function FigureForms({ initiative: { indicators, mayTend }, board: { today }, answer }: Shown) {
  const where = mayTend ? "in-text" : "between";
  return (
    <>
      {!mayTend && indicators.length > 0 && <p className="soft small figure-since">{words.forNext}</p>}
      {indicators.map((indicator) => (
        <div key={indicator.id} className="figure-form">
          <Figures indicator={indicator} today={today} answer={answer} where={where} />
          {mayTend && <ChangeIndicator indicator={indicator} answer={answer} />}
        </div>
      ))}
    </>
  );
}

type Props = { indicator: IndicatorRow; answer: unknown };

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
