import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/button";
import { StatusPill } from "~/components/status";
import { access as words } from "~/words/access";
import { dateAndTime } from "~/words/time";
import type { ShownDelivery, ShownWebhook, Trial } from "../../../server/webhooks/shapes";
import { Sure } from "./sure";

type Props = { webhook: ShownWebhook; trial: Trial | null };

/** One address: what it is told, whether it is paused, what has not got there, and what can be done about it. */
export function WebhookRow({ webhook, trial }: Props) {
  const { id, url, events, addedAt, lastDeliveredAt, pause, troubles } = webhook;
  return (
    <li className="webhook">
      <div className="webhook-head">
        <div>
          <code className="webhook-url">{url}</code>
          {pause && <Paused pause={pause} />}
        </div>
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
      <Acts webhook={webhook} />
      <div role="status">{trial?.webhookId === id && <Tried trial={trial} />}</div>
      {troubles.length > 0 && (
        <ul className="troubles" aria-label={words.troubles}>
          {troubles.map((trouble) => (
            <Trouble key={trouble.id} trouble={trouble} isPaused={pause !== null} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Paused({ pause: { at, reason, waiting } }: { pause: NonNullable<ShownWebhook["pause"]> }) {
  return (
    <p className="small">
      <StatusPill tone={reason === "gone" ? "bad" : "warn"}>{words.paused}</StatusPill>{" "}
      {words.pausedBecause[reason](dateAndTime(at))} {words.waiting(waiting)}
    </p>
  );
}

/** Paused or not, it may be tried: that is how one sees that the receiver is there again. */
function Acts({ webhook: { id, url, pause } }: Pick<Props, "webhook">) {
  const { formData } = useNavigation();
  const isTrying = formData?.get("command") === "try-webhook" && formData.get("webhookId") === id;
  const act = pause
    ? { command: "resume-webhook", text: words.resume, label: words.resumeOf(url) }
    : { command: "pause-webhook", text: words.pause, label: words.pauseOf(url) };
  return (
    <Form method="post" className="row webhook-acts" preventScrollReset>
      <input type="hidden" name="webhookId" value={id} />
      <Button kind="quiet" size="small" name="command" value="try-webhook" aria-label={words.tryOf(url)}>
        {isTrying ? words.trying : words.tryOut}
      </Button>
      <Button kind="quiet" size="small" name="command" value={act.command} aria-label={act.label}>
        {act.text}
      </Button>
    </Form>
  );
}

/** The receiver's own words are shown as words, whatever they are. [T22] */
function Tried({ trial: { status, problem, ms, said } }: { trial: Trial }) {
  return (
    <div className="webhook-tried small">
      <p>
        <StatusPill tone={problem ? "bad" : "good"}>{problem ? words.trialFailed : words.trialTaken}</StatusPill>{" "}
        {problem ? words.problem(problem, status) : words.trialStatus(status)} {status !== null && words.trialTime(ms)}
      </p>
      {status !== null && (said ? <blockquote>{said}</blockquote> : <p className="soft">{words.saidNothing}</p>)}
    </div>
  );
}

type TroubleProps = { trouble: ShownDelivery; isPaused: boolean };

function Trouble({ trouble: { id, event, state, at, dueAt, problem, status }, isPaused }: TroubleProps) {
  const isOver = state === "given-up";
  const when = dateAndTime(at);
  const next = isPaused ? words.waitsForPause : words.nextTry(dateAndTime(dueAt));
  return (
    <li className="trouble">
      <div>
        <StatusPill tone={isOver ? "bad" : "warn"}>{isOver ? words.givenUp : words.troubles}</StatusPill>{" "}
        {words.eventNames[event]}, {when}
        <div className="soft small">
          {words.problem(problem, status)} {!isOver && next}
        </div>
      </div>
      {isOver && !isPaused && (
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
