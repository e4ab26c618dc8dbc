import { dueIn, coverage as words } from "~/words/coverage";
import { goalStatuses, goals } from "~/words/goals";
import { coverageStates } from "~/words/names";
import { urgency } from "~/words/time";
import type { BoardCenter, BoardRow, Cell } from "./board";

/** What is the same for all cells: kept as one value, so that a row is drawn anew only when it has changed itself. */
export type Around = { centers: readonly BoardCenter[]; responseId: string | null; versionId: string | null };
type Props = Around & { cell: Cell | null; row: BoardRow; rowIndex: number; column: number };

/**
 * One clause, one center. Answered leads to the text; else whoever may answer opens what there is to say. Plain elements
 * and as few as can be: there are thousands. The sign is drawn by the style sheet, the words are in the name.
 */
export function cellView({ cell, row, rowIndex, column, centers, responseId }: Props) {
  const center = centers[column];
  if (!center) return null;
  const common = { role: "gridcell", tabIndex: -1, "data-c": column, key: column, "data-label": center.shortName };
  if (!cell) return <td {...common} aria-label={words.notAssigned} data-none="" />;
  const { state, count, blockId } = cell;
  const says = words.cell(wordsOf(cell, row), dueText(cell));
  // What is said of a goal may be said again, though there is text: its sheet leads to the text, too.
  if (state === "answered" && responseId && blockId && !(row.isGoal && center.mayAnswer))
    return (
      <td {...common}>
        <a
          tabIndex={-1}
          href={`/svar/${responseId}#b-${blockId}`}
          data-state={state}
          data-goal={cell.goal ?? undefined}
          aria-label={words.toText(row.mark, center.shortName, count, {
            goal: cell.goal && goalStatuses[cell.goal],
            late: cell.cameLate ? words.cameLate : null,
          })}
        >
          <CellWords cell={cell} row={row} />
        </a>
      </td>
    );
  if (!center.mayAnswer)
    return (
      <td {...common} aria-label={says}>
        <span data-state={state} data-goal={cell.goal ?? undefined}>
          <CellWords cell={cell} row={row} />
        </span>
      </td>
    );
  return (
    <td {...common}>
      {/* biome-ignore lint/a11y/useButtonType: "submit" is what it is without a word, five thousand times. */}
      <button
        tabIndex={-1}
        name="celle"
        value={`${rowIndex}.${column}`}
        data-state={state}
        data-goal={cell.goal ?? undefined}
        aria-label={words.openAnswer(row.mark, center.shortName, says)}
      >
        <CellWords cell={cell} row={row} />
      </button>
      {state === "look-again" && <LookAgain row={row} center={center} />}
    </td>
  );
}

/** One press: the center has read the new wording, and what it said stands. [C17] */
function LookAgain({ row, center }: { row: BoardRow; center: BoardCenter }) {
  return (
    <button
      type="submit"
      tabIndex={-1}
      className="button"
      data-kind="quiet"
      data-size="small"
      data-look=""
      formMethod="post"
      name="look-again"
      value={`${row.id}|${center.id}`}
      aria-label={words.lookedAgain(row.mark, center.shortName)}
    >
      {words.looked}
    </button>
  );
}

/** The word gives way where there is no room for it; what presses does not. */
function CellWords({ cell, row }: { cell: Cell; row: BoardRow }) {
  const due = dueText(cell);
  return (
    <>
      {cell.goal && cell.state !== "look-again" ? (
        <i className="goal-status" data-status={cell.goal}>
          {goalStatuses[cell.goal]}
        </i>
      ) : (
        <i>{coverageStates[cell.state]}</i>
      )}
      {row.isGoal && cell.state === "answered" && !cell.goal && <small>{goals.none}</small>}
      {cell.state === "answered" && cell.count > 1 && <b>{cell.count}</b>}
      {due && cell.deadline && <small data-urgency={cell.cameLate ? "came-late" : urgency(cell.deadline)}>{due}</small>}
    </>
  );
}

function wordsOf({ state, goal }: Cell, { isGoal }: BoardRow): string {
  if (goal && state !== "look-again") return goalStatuses[goal];
  return isGoal && state === "answered"
    ? `${coverageStates[state]}, ${goals.none.toLowerCase()}`
    : coverageStates[state];
}

/** Of what is still owed, and not far off; and of what came after its day. [H40] */
function dueText({ deadline, state, cameLate }: Cell): string | null {
  if (cameLate) return words.cameLate;
  if (!deadline || state === "answered" || state === "no-remarks" || state === "not-relevant") return null;
  return urgency(deadline) === "later" ? null : dueIn(deadline);
}
