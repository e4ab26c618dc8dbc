import { Link } from "@remix-run/react";
import { StateMark } from "~/components/state-mark";
import { clauseMark } from "~/words/clause-names";
import { coverage as words } from "~/words/hearings";
import { coverageStates } from "~/words/names";
import type { CoverageCell } from "../../../server/links/shapes";
import { AnswerMenu } from "./answer-menu";
import { useShownState } from "./answering-cells";
import type { FilledProps } from "./rows";

type Props = Omit<FilledProps, "cell"> & { cell: CoverageCell | undefined };

/** One clause, one center. Answered leads to the text; else whoever may answer gets the menu. */
export function Cell({ cell, clause, center, responseId }: Props) {
  return (
    <td data-label={center.shortName} data-empty={cell ? undefined : ""}>
      {cell ? (
        <Filled cell={cell} clause={clause} center={center} responseId={responseId} />
      ) : (
        <span className="cell soft">
          <span aria-hidden="true">·</span>
          <span className="visually-hidden">{words.notAssigned}</span>
        </span>
      )}
    </td>
  );
}

function Filled(props: FilledProps) {
  const { cell, clause, center, responseId } = props;
  const state = useShownState(cell);
  const content = <Content cell={cell} state={state} />;
  if (state === "answered" && responseId)
    return (
      <Link
        className="cell"
        data-state={state}
        to={`/svar/${responseId}#b-${cell.blockIds[0]}`}
        aria-label={words.toText(clauseMark(clause), center.shortName, cell.blockIds.length)}
      >
        {content}
      </Link>
    );
  if (cell.mayAnswer)
    return (
      <AnswerMenu {...props} state={state}>
        {content}
      </AnswerMenu>
    );
  return (
    <span className="cell" data-state={state}>
      {content}
    </span>
  );
}

function Content({ cell, state }: Pick<FilledProps, "cell"> & { state: CoverageCell["state"] }) {
  const count = cell.blockIds.length;
  return (
    <>
      <StateMark state={state} />
      <span className="cell-word">{coverageStates[state]}</span>
      {state === "answered" && count > 1 && <span className="soft numeric">{count}</span>}
      {cell.isLate && <span className="cell-late">{words.late}</span>}
    </>
  );
}
