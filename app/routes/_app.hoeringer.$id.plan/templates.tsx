import { Form } from "@remix-run/react";
import { Answered, ErrorSummary, useAnsweredField } from "~/components/answered";
import { Button } from "~/components/button";
import { Choices } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { plan as words } from "~/words/plan";
import type { PlanPage } from "../../../server/consultations/plan/shapes";

type Props = { page: PlanPage; answer: unknown };

/** Sets the plan anew. Where there is none yet, it is what the page is for. */
export function Templates({ page, answer }: Props) {
  const form = <Choose page={page} />;
  return (
    <div className="plan-templates">
      <Answered answer={answer} command="choose">
        {page.steps.length > 0 ? <Unfold summary={words.templates.title}>{form}</Unfold> : form}
      </Answered>
    </div>
  );
}

function Choose({ page: { templates, template: chosen } }: Pick<Props, "page">) {
  const { kept } = useAnsweredField("template");
  const first =
    templates.find(({ template, fits }) => fits && template === chosen) ?? templates.find(({ fits }) => fits);
  return (
    <Form method="post" className="form" preventScrollReset>
      <ErrorSummary />
      <p className="soft">{words.templates.text}</p>
      <Choices name="template" legend={words.templates.legend}>
        {templates.map(({ template, needs, fits }) => (
          <label key={template} className="choice">
            <input
              type="radio"
              name="template"
              value={template}
              disabled={!fits}
              defaultChecked={kept ? kept === template : template === first?.template}
            />
            <span>
              {words.templates.name(template, needs)}
              {!fits && <span className="soft">, {words.templates.tooShort}</span>}
            </span>
          </label>
        ))}
      </Choices>
      <Button kind="quiet" name="command" value="choose">
        {words.templates.submit}
      </Button>
    </Form>
  );
}
