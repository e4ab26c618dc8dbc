import type { GoalStatus, GoalsSaid } from "~/document-model/goals";
import { goalStatuses, trendSigns, trends, goals as words } from "~/words/goals";
import { day } from "~/words/time";
import type { Trend } from "../../server/goals/shapes";
import "./goal-status.css";

/** A status as a word with a colour and a bar that fills; the word alone says it. */
export function GoalStatusPill({ status }: { status: GoalStatus }) {
  return (
    <span className="goal-status" data-status={status}>
      {goalStatuses[status]}
    </span>
  );
}

/** "↑ frem": the sign for who looks, the words for everybody. */
export function TrendWords({ trend }: { trend: Trend }) {
  return (
    <span className="goal-trend small" data-trend={trend}>
      <span aria-hidden="true">{trendSigns[trend]}</span> {trends[trend]}
    </span>
  );
}

/** What the centers had said of a goal when the text was frozen. */
export function GoalLines({ goals, goal }: { goals: GoalsSaid; goal: string }) {
  const said = goals.said.filter((one) => one.goal === goal);
  if (said.length === 0) return null;
  return (
    <ul className="goal-lines small">
      {said.map(({ center, centerName, isOwner, status, nextStep = "", due }) => (
        <li key={center}>
          <GoalStatusPill status={status} /> · {centerName}
          {isOwner && `, ${words.owner}`}
          {(nextStep || due) && (
            <span className="soft">
              {" "}
              {words.nextStep}: {words.until(nextStep, due ? day(due) : null)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
