import type { FormEvent } from "react";
import { Button } from "~/components/button";
import { coverage as words } from "~/words/coverage";
import { answers } from "~/words/names";
import type { Answer } from "../../../server/links/shapes";
import type { Cell } from "./board";
import type { GoalSaid, Place } from "./orders";

export type Said = { answer: Answer | "" } | { command: "look-again" } | GoalSaid;
type Props = { place: Place; cell: Cell; responseId: string | null; onSaid?: (said: Said) => void };

const CHOICES: readonly Answer[] = ["no-remarks", "not-relevant", "in-work"];

/** What the center may say of the clause in one click. Without a script it is sent as it stands. */
export function AnswerForm({ place, cell, responseId, onSaid }: Props) {
  const { state, blockId } = cell;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    if (!onSaid || !(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const answer = ["", ...CHOICES].find((one) => one === button.value) as Answer | "" | undefined;
    onSaid(button.name === "command" || answer === undefined ? { command: "look-again" } : { answer });
  };
  return (
    <form method="post" className="answer-choices" onSubmit={onSubmit}>
      <input type="hidden" name="clauseId" value={place.clauseId} />
      <input type="hidden" name="centerId" value={place.centerId} />
      {state === "look-again" && (
        <Button kind="bare" name="command" value="look-again">
          {words.stillSo}
        </Button>
      )}
      {choicesFor(cell).map((choice) => (
        <Button key={choice} kind="bare" name="answer" value={choice} aria-pressed={state === choice}>
          {answers[choice]}
        </Button>
      ))}
      {state !== "not-looked-at" && !speaksByText(cell) && (
        <Button kind="bare" name="answer" value="">
          {words.remove}
        </Button>
      )}
      {responseId && blockId && (
        <a className="button" data-kind="bare" href={`/svar/${responseId}#b-${blockId}`}>
          {words.goToText}
        </a>
      )}
    </form>
  );
}

/** What the text says needs no answer beside it; only "in work" holds it back. [C2] */
function choicesFor(cell: Cell): readonly Answer[] {
  return speaksByText(cell) ? ["in-work"] : CHOICES;
}

function speaksByText({ state, count }: Cell): boolean {
  return state === "look-again" && count > 0;
}
