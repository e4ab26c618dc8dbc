import { Form } from "@remix-run/react";
import { Answered, ErrorSummary, useAnsweredField } from "~/components/answered";
import { Button } from "~/components/button";
import { SelectField, TextField } from "~/components/field";
import { Notice } from "~/components/page";
import { review } from "~/words/review";
import type { ReviewPage } from "../../../server/reviews/shapes";

const { send: words } = review;
const SHOWN = 8;

/** To whom, with what words, and past which holes. */
export function Send({ page: { approvers, holes }, answer }: { page: ReviewPage; answer: unknown }) {
  return (
    <section className="panel" aria-labelledby="send">
      <h2 id="send">{words.title}</h2>
      {approvers.length === 0 ? (
        <p>{words.noApprover}</p>
      ) : (
        <Answered answer={answer} command="send">
          <Form method="post" className="form" noValidate>
            <ErrorSummary />
            <SelectField name="approverId" label={words.approver}>
              <option value="">{words.choose}</option>
              {approvers.map(({ id, name, title }) => (
                <option key={id} value={id}>
                  {title ? `${name}, ${title}` : name}
                </option>
              ))}
            </SelectField>
            <TextField name="note" label={words.note} isOptional maxLength={2000} rows={3} />
            {holes.length > 0 && <Holes holes={holes} />}
            <p className="soft small">{words.locks}</p>
            <Button name="command" value="send">
              {words.submit}
            </Button>
          </Form>
        </Answered>
      )}
    </section>
  );
}

function Holes({ holes }: Pick<ReviewPage, "holes">) {
  const { id, error } = useAnsweredField("holesAccepted");
  return (
    <Notice tone="warn" title={words.holes(holes.length)}>
      <ul>
        {holes.slice(0, SHOWN).map(({ clause, center }) => (
          <li key={`${clause}|${center}`}>{words.hole(clause, center)}</li>
        ))}
      </ul>
      {holes.length > SHOWN && <p>{words.moreHoles(holes.length - SHOWN)}</p>}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label className="choice">
        <input type="checkbox" name="holesAccepted" value="yes" id={id} aria-describedby={error && `${id}-error`} />
        {words.accept}
      </label>
    </Notice>
  );
}
