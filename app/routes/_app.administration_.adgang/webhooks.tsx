import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { Once } from "~/components/once";
import { access as words } from "~/words/access";
import type { ShownWebhook, WebhookEvent } from "../../../server/webhooks/shapes";
import { type Answer, doneIn } from "./done";
import { Ticks } from "./ticks";
import { WebhookRow } from "./webhook-row";

type Props = { webhooks: readonly ShownWebhook[]; answer: Answer };

export function Webhooks({ webhooks, answer }: Props) {
  const done = doneIn(answer);
  const made = done?.done === "add-webhook" ? done.once : null;
  return (
    <section className="section stack" aria-labelledby="webhooks">
      <h2 id="webhooks">{words.webhooks}</h2>
      <p className="soft">{words.webhooksLead}</p>
      {made && <Once secret={made} words={words.secret} />}
      <p role="status" className="access-status">
        {done?.done === "remove-webhook" && words.removed}
        {done?.done === "send-again" && words.sentAgain}
        {done?.done === "pause-webhook" && words.pauseDone}
        {done?.done === "resume-webhook" && words.resumeDone}
      </p>
      {webhooks.length === 0 && <p className="soft">{words.noWebhooks}</p>}
      <ul className="webhooks">
        {webhooks.map((one) => (
          <WebhookRow key={one.id} webhook={one} trial={done?.trial ?? null} />
        ))}
      </ul>
      <NewWebhook key={made ?? ""} answer={answer} />
    </section>
  );
}

const EVENTS: readonly WebhookEvent[] = ["response.approved", "response.reopened", "filing.filed"];

function NewWebhook({ answer }: Pick<Props, "answer">) {
  return (
    <section className="panel access-form" aria-labelledby="new-webhook">
      <h3 id="new-webhook">{words.newWebhook}</h3>
      <Answered answer={answer} command="add-webhook">
        <Form method="post" className="form" noValidate>
          <ErrorSummary />
          <Field name="url" label={words.url} hint={words.urlHint} type="url" inputMode="url" autoComplete="off" />
          <Ticks name="events" legend={words.events} of={EVENTS} names={words.eventNames} ticked={EVENTS} />
          <Button name="command" value="add-webhook">
            {words.add}
          </Button>
        </Form>
      </Answered>
    </section>
  );
}
