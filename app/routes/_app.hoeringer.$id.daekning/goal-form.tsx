import type { FormEvent, KeyboardEvent } from "react";
import { Button } from "~/components/button";
import { GoalStatusPill } from "~/components/goal-status";
import { GOAL_STATUSES, type GoalStatus } from "~/document-model/goals";
import { coverage } from "~/words/coverage";
import { goals as words } from "~/words/goals";
import type { GoalNow } from "../../../server/links/shapes";
import type { Said } from "./answer-form";
import type { Cell } from "./board";
import type { Place } from "./orders";

type Props = {
  place: Place;
  cell: Cell;
  /** Undefined as long as it has not come: what stands there is not to be written over unseen. */
  goal?: GoalNow | null;
  responseId: string | null;
  onSaid?: (said: Said) => void;
};

/** How far the center is, in one click; then what it does next. Without a script each form is sent as it stands. */
export function GoalForm({ place, cell, goal, responseId, onSaid }: Props) {
  return (
    <>
      {cell.state === "look-again" && <StillSo place={place} onSaid={onSaid} />}
      <form method="post" className="answer-choices goal-choices" onSubmit={saidBy(onSaid)} onKeyDown={byNumber}>
        <PlaceFields place={place} />
        {GOAL_STATUSES.map((status, index) => (
          <Button key={status} kind="bare" name="status" value={status} aria-pressed={cell.goal === status}>
            <span className="goal-key" aria-hidden="true">
              {index + 1}
            </span>
            <GoalStatusPill status={status} />
          </Button>
        ))}
        {cell.goal && (
          <Button kind="bare" name="status" value="">
            {words.remove}
          </Button>
        )}
        {responseId && cell.blockId && (
          <a className="button" data-kind="bare" href={`/svar/${responseId}#b-${cell.blockId}`}>
            {words.goToText}
          </a>
        )}
      </form>
      {cell.goal && goal !== undefined && (
        <NextStep key={cell.goal} place={place} status={cell.goal} goal={goal} onSaid={onSaid} />
      )}
    </>
  );
}

/** The wording has changed since, and what was said of it stands. [C17] */
function StillSo({ place, onSaid }: Pick<Props, "place"> & { onSaid: Props["onSaid"] }) {
  const onSubmit = (event: FormEvent) => {
    if (!onSaid) return;
    event.preventDefault();
    onSaid({ command: "look-again" });
  };
  return (
    <form method="post" className="answer-choices" onSubmit={onSubmit}>
      <PlaceFields place={place} />
      <Button kind="bare" name="command" value="look-again">
        {coverage.stillSo}
      </Button>
    </form>
  );
}

type NextProps = Pick<Props, "place"> & { status: GoalStatus; goal: GoalNow | null; onSaid: Props["onSaid"] };

/** Of the status that stands: said again with the step, the later one counts. */
function NextStep({ place, status, goal, onSaid }: NextProps) {
  return (
    <form method="post" className="goal-next" onSubmit={saidBy(onSaid)}>
      <PlaceFields place={place} />
      <input type="hidden" name="status" value={status} />
      <label>
        {words.nextStep}
        <input className="input" name="nextStep" maxLength={500} defaultValue={goal?.nextStep} autoComplete="off" />
      </label>
      <label>
        {words.due}
        <input className="input" name="due" type="date" defaultValue={goal?.due ?? ""} />
      </label>
      <Button kind="quiet" size="small">
        {words.save}
      </Button>
    </form>
  );
}

/** The same numbers as in the grid. */
function byNumber(event: KeyboardEvent<HTMLFormElement>) {
  const status = GOAL_STATUSES[Number(event.key) - 1];
  if (!status || event.ctrlKey || event.metaKey || event.altKey) return;
  event.currentTarget.querySelector<HTMLButtonElement>(`button[value="${status}"]`)?.click();
}

function PlaceFields({ place: { clauseId, centerId } }: { place: Place }) {
  return (
    <>
      <input type="hidden" name="clauseId" value={clauseId} />
      <input type="hidden" name="centerId" value={centerId} />
    </>
  );
}

/** What the form says; of several buttons, the one that was pressed. */
function saidBy(onSaid: Props["onSaid"]) {
  return (event: FormEvent<HTMLFormElement>) => {
    const { nativeEvent, currentTarget } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    if (!onSaid) return;
    event.preventDefault();
    const form = new FormData(currentTarget);
    const pressed = button instanceof HTMLButtonElement && button.name === "status" ? button.value : null;
    const given = pressed ?? form.get("status");
    const status = given === "" ? "" : GOAL_STATUSES.find((one) => one === given);
    if (status === undefined) return;
    onSaid({ status, nextStep: String(form.get("nextStep") ?? ""), due: String(form.get("due") ?? "") });
  };
}
