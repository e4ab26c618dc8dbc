import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { Once } from "~/components/once";
import { StatusPill } from "~/components/status";
import { access as words } from "~/words/access";
import { dateAndTime } from "~/words/time";
import type { ShownDelivery, ShownWebhook, WebhookEvent } from "../../../server/webhooks/shapes";
import { type Answer, doneIn } from "./done";
import { Sure } from "./sure";
import { Ticks } from "./ticks";

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
      </p>
      {webhooks.length === 0 && <p className="soft">{words.noWebhooks}</p>}
      <ul className="webhooks">
        {webhooks.map((one) => (
          <Row key={one.id} webhook={one} />
        ))}
      </ul>
      <NewWebhook key={made ?? ""} answer={answer} />
    </section>
  );
}

function Row({ webhook: { id, url, events, addedAt, lastDeliveredAt, troubles } }: { webhook: ShownWebhook }) {
  return (
    <li className="webhook">
      <div className="webhook-head">
        <code className="webhook-url">{url}</code>
        <Sure summary={words.remove} label={words.removeOf(url)} text={words.removeAsk} sure={words.removeSure}>
          {{ command: "remove-webhook", webhookId: id }}
        </Sure>
      </div>
      <p className="soft small">
        {events.map((event) => words.eventNames[event]).join(" · ")}
        <br />
        {words.added(dateAndTime(addedAt))} ·{" "}
        {lastDeliveredAt ? words.lastDelivered(dateAndTime(lastDeliveredAt)) : words.neverDelivered}
      </p>
      {troubles.length > 0 && (
        <ul className="troubles" aria-label={words.troubles}>
          {troubles.map((trouble) => (
            <Trouble key={trouble.id} trouble={trouble} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Trouble({ trouble: { id, event, state, at, dueAt, problem, status } }: { trouble: ShownDelivery }) {
  const isOver = state === "given-up";
  const when = dateAndTime(at);
  return (
    <li className="trouble">
      <div>
        <StatusPill tone={isOver ? "bad" : "warn"}>{isOver ? words.givenUp : words.troubles}</StatusPill>{" "}
        {words.eventNames[event]}, {when}
        <div className="soft small">
          {words.problem(problem, status)} {!isOver && words.nextTry(dateAndTime(dueAt))}
        </div>
      </div>
      {isOver && (
        <Form method="post">
          <input type="hidden" name="deliveryId" value={id} />
          <Button
            kind="quiet"
            size="small"
            name="command"
            value="send-again"
            aria-label={words.againOf(words.eventNames[event], when)}
          >
            {words.again}
          </Button>
        </Form>
      )}
    </li>
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
