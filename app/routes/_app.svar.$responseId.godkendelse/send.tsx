import { Form, Link } from "@remix-run/react";
import { Answered, ErrorSummary, useAnsweredField, useRefusal } from "~/components/answered";
import { apart } from "~/components/apart";
import { Button } from "~/components/button";
import { SelectField, TextField } from "~/components/field";
import { Notice } from "~/components/page";
import { approval } from "~/words/approval";
import { review } from "~/words/review";
import type { ReviewPage } from "../../../server/reviews/shapes";
import { isBlocked } from "./blocks";
import { Planned } from "./plan";

const { send: words } = review;
const SHOWN = 8;

const Plan = apart(() => import("./plan-form").then((part) => part.Plan));

/** To whom, with what words, and past which holes. */
export function Send({ page, answer }: { page: ReviewPage; answer: unknown }) {
  const { approvers, holes, plan, planStamp } = page;
  const isPlanned = plan.length > 0;
  return (
    <section className="panel stack" aria-labelledby="send">
      <h2 id="send">{words.title}</h2>
      {approvers.length === 0 && !isPlanned ? (
        <p>{words.noApprover}</p>
      ) : (
        <>
          <Answered answer={answer} command="send">
            <Form method="post" className="form" noValidate>
              <ErrorSummary />
              {isPlanned ? <Planned plan={plan} /> : <Approver approvers={approvers} />}
              <input type="hidden" name="plan" value={planStamp} />
              <TextField name="note" label={words.note} isOptional maxLength={2000} rows={3} />
              <Cpr places={[...page.blocks.cpr, ...page.blocks.cprAttached.map(({ id }) => id)]} />
              {holes.length > 0 && <Holes holes={holes} consultation={page.consultation} />}
              <p className="soft small">{isBlocked(page) ? words.blocked : words.locks}</p>
              <Button name="command" value="send" disabled={isBlocked(page)}>
                {words.submit}
              </Button>
            </Form>
          </Answered>
          <Plan key={planStamp} page={page} answer={answer} />
        </>
      )}
    </section>
  );
}

function Approver({ approvers }: Pick<ReviewPage, "approvers">) {
  return (
    <SelectField name="approverId" label={words.approver}>
      <option value="">{words.choose}</option>
      {approvers.map(({ id, name, title }) => (
        <option key={id} value={id}>
          {title ? `${name}, ${title}` : name}
        </option>
      ))}
    </SelectField>
  );
}

/** Room for the reason where there is something like a CPR number, also when it was typed since the page came. [F5] */
function Cpr({ places }: { places: readonly string[] }) {
  const { code } = useRefusal();
  if (places.length === 0 && code !== "cpr-found") return null;
  return (
    <TextField
      name="cprReason"
      label={approval.blocks.cprReason}
      hint={approval.blocks.cprHint}
      maxLength={500}
      rows={2}
    />
  );
}

/** Each leads to the holes of the coverage, where it is answered or given to somebody else. */
function Holes({ holes, consultation }: Pick<ReviewPage, "holes" | "consultation">) {
  const { id, error } = useAnsweredField("holesAccepted");
  return (
    <Notice tone="warn" title={words.holes(holes.length)}>
      <ul>
        {holes.slice(0, SHOWN).map(({ clause, center }) => (
          <li key={`${clause}|${center}`}>
            <Link to={`/hoeringer/${consultation.id}/daekning?vis=huller`}>{words.hole(clause, center)}</Link>
          </li>
        ))}
      </ul>
      {holes.length > SHOWN && <p>{words.moreHoles(holes.length - SHOWN)}</p>}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          name="holesAccepted"
          value="yes"
          id={id}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {words.accept}
      </label>
    </Notice>
  );
}
