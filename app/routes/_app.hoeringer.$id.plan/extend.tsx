import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField, TextField } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { plan as words } from "~/words/plan";
import { deadlineDay, shortDay } from "~/words/time";
import type { PlanPage } from "../../../server/consultations/plan/shapes";
import type { ConsultationHead } from "../../../server/consultations/shapes";
import { isDone } from "./done";

type Props = { page: PlanPage; hearing: ConsultationHead; answer: unknown };

/** More time for one center, with the reason for it. */
export function Extend({ page, hearing, answer }: Props) {
  const { extend } = words;
  return (
    <section aria-labelledby="extend">
      <h2 id="extend">{extend.title}</h2>
      <p role="status" className="plan-saved">
        {isDone(answer, "extend") && extend.saved}
      </p>
      {/* Given, the form is empty again. */}
      <Answered answer={answer} command="extend" key={page.moved.length}>
        <Unfold summary={extend.choose}>
          <Form method="post" className="form" noValidate preventScrollReset>
            <ErrorSummary />
            <SelectField name="centerId" label={extend.center}>
              <option value="">{extend.choose}</option>
              {page.centers.map(({ id, name, latest, open }) => (
                <option key={id} value={id}>
                  {extend.centerOption(name, shortDay(latest.day), open)}
                </option>
              ))}
            </SelectField>
            <Field
              name="deadline"
              label={extend.deadline}
              hint={extend.deadlineHint(deadlineDay(hearing.deadline))}
              type="date"
              max={hearing.deadline.day}
              width="short"
            />
            <TextField name="reason" label={extend.reason} rows={2} maxLength={1000} />
            <Button kind="quiet" name="command" value="extend">
              {extend.submit}
            </Button>
          </Form>
        </Unfold>
      </Answered>
    </section>
  );
}
