import { Form, Link, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { outcome as words } from "~/words/answers";
import { outcomes } from "~/words/names";
import { date } from "~/words/time";
import type { Outcome, RecordedOutcome } from "../../server/outcomes/shapes";
import { Answered, ErrorSummary, useKeptTicks, useRefusal } from "./answered";
import { Button } from "./button";
import { Choices, TextField } from "./field";
import { StatusPill, type Tone } from "./status";
import "./outcome.css";

const TONES: Record<Outcome, Tone> = { accepted: "good", partly: "warn", "not-accepted": "bad" };

export function OutcomePill({ outcome }: { outcome: Outcome }) {
  return <StatusPill tone={TONES[outcome]}>{outcomes[outcome]}</StatusPill>;
}

type Place = { responseId: string; blockId: string; text: string };
type Props = { place: Place; outcome: RecordedOutcome | null; mayRecord: boolean; answer: unknown };

/** What the sender made of a remark and why; for coordinators also where to say so. [Q7] */
export function RemarkOutcome({ place, outcome, mayRecord, answer }: Props) {
  return (
    <div className="outcome">
      {outcome && <Recorded recorded={outcome} />}
      <Answered answer={answer} command={commandOf(place)}>
        {mayRecord ? (
          <Recording place={place} recorded={outcome} isJustSaved={recordedIn(answer) === place.blockId} />
        ) : (
          // It may have been reopened meanwhile.
          <ErrorSummary />
        )}
      </Answered>
    </div>
  );
}

function Recorded({ recorded: { outcome, reason, by, at } }: { recorded: RecordedOutcome }) {
  return (
    <>
      <OutcomePill outcome={outcome} />
      {reason && <p className="outcome-reason">{reason}</p>}
      <p className="soft small">{words.by(by, date(at))}</p>
    </>
  );
}

type RecordingProps = { place: Place; recorded: RecordedOutcome | null };

/** A page has hundreds of remarks and one form: which is open stands in the address, so that it opens without a script. */
function Recording({ place, recorded, isJustSaved }: RecordingProps & { isJustSaved: boolean }) {
  const [search] = useSearchParams();
  const isRefused = useRefusal().code !== null;
  const opener = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isJustSaved) opener.current?.focus();
  }, [isJustSaved]);
  if (isRefused || search.get("udfald") === place.blockId) return <OutcomeForm place={place} recorded={recorded} />;
  return (
    <Link
      className="button"
      data-kind="bare"
      data-size="small"
      to={`?udfald=${place.blockId}`}
      preventScrollReset
      replace
      ref={opener}
    >
      {recorded ? words.change : words.note}
      <span className="visually-hidden"> {words.about(place.text)}</span>
    </Link>
  );
}

const CHOICES = Object.entries(outcomes);

/** Sent to the page's own address, without what opened the form: once it is saved it is closed. */
function OutcomeForm({ place, recorded }: RecordingProps) {
  const form = useRef<HTMLFormElement>(null);
  const isKept = useKeptTicks("outcome");
  const choices = recorded ? [...CHOICES, ["none", words.none] as const] : CHOICES;
  useEffect(
    () => form.current?.querySelector<HTMLElement>("input[type=radio]:checked, input[type=radio]")?.focus(),
    [],
  );
  return (
    <Form method="post" action="." className="outcome-form" noValidate preventScrollReset ref={form}>
      <ErrorSummary />
      <input type="hidden" name="command" value={commandOf(place)} />
      <input type="hidden" name="responseId" value={place.responseId} />
      <input type="hidden" name="blockId" value={place.blockId} />
      <Choices name="outcome" legend={words.question}>
        {choices.map(([value, name]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="outcome"
              value={value}
              defaultChecked={isKept(value) || recorded?.outcome === value}
            />
            {name}
          </label>
        ))}
      </Choices>
      <TextField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={recorded?.reason}
        rows={3}
        maxLength={10_000}
      />
      <div className="row">
        <Button size="small">{words.save}</Button>
        <Link className="button" data-kind="bare" data-size="small" to="." preventScrollReset replace>
          {words.cancel}
        </Link>
      </div>
    </Form>
  );
}

/** The remark whose outcome was saved just now, as the action has it. */
function recordedIn(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "recorded" in answer ? answer.recorded : null;
}

/** Said to who listens: what was recorded is to be seen in its place. */
export function OutcomeSaved({ answer }: { answer: unknown }) {
  return (
    <p className="visually-hidden" role="status">
      {recordedIn(answer) !== null && words.saved}
    </p>
  );
}

/** Which of a page's many such forms was sent. */
function commandOf({ responseId, blockId }: Pick<Place, "responseId" | "blockId">): string {
  return `outcome ${responseId} ${blockId}`;
}
