import { Link } from "@remix-run/react";
import { type ReactNode, useId, useRef } from "react";
import { Button } from "~/components/button";
import { clauseMark } from "~/words/clause-names";
import { coverage as words } from "~/words/hearings";
import { answers, coverageStates } from "~/words/names";
import { untilDeadline } from "~/words/time";
import type { Answer, CoverageState } from "../../../server/links/shapes";
import { useAnswerFetcher } from "./answering-cells";
import type { FilledProps } from "./rows";

const CHOICES: readonly Answer[] = ["no-remarks", "not-relevant", "in-work"];

/** The cell as a button, and the native popover with what the center may say of the clause in one click. */
export function AnswerMenu({ state, children, ...props }: FilledProps & { state: CoverageState; children: ReactNode }) {
  const { cell, clause, center } = props;
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const mark = clauseMark(clause);
  return (
    <>
      <button
        type="button"
        className="cell"
        data-state={state}
        aria-label={words.openAnswer(mark, center.shortName, coverageStates[state])}
        {...{ popovertarget: id }}
      >
        {children}
      </button>
      <div className="answer-menu" id={id} ref={sheet} {...{ popover: "auto" }}>
        <h3>{words.answerTitle(mark, center.shortName)}</h3>
        {cell.deadline && <p className="soft small">{words.deadline(untilDeadline(cell.deadline))}</p>}
        <AnswerForm {...props} state={state} onSent={() => sheet.current?.hidePopover()} />
      </div>
    </>
  );
}

function AnswerForm(props: FilledProps & { state: CoverageState; onSent: () => void }) {
  const { cell, responseId, state, onSent } = props;
  const fetcher = useAnswerFetcher();
  return (
    <fetcher.Form method="post" className="answer-choices" onSubmit={onSent}>
      <input type="hidden" name="clauseId" value={cell.clauseId} />
      <input type="hidden" name="centerId" value={cell.centerId} />
      {CHOICES.map((choice) => (
        <Button key={choice} kind="bare" name="answer" value={choice} aria-pressed={state === choice}>
          {answers[choice]}
        </Button>
      ))}
      {state !== "not-looked-at" && (
        <Button kind="bare" name="answer" value="">
          {words.remove}
        </Button>
      )}
      {responseId && cell.blockIds[0] && (
        <Link className="button" data-kind="bare" to={`/svar/${responseId}#b-${cell.blockIds[0]}`}>
          {words.goToText}
        </Link>
      )}
    </fetcher.Form>
  );
}
