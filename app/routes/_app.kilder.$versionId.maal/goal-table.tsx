import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { GoalStatusPill, TrendWords } from "~/components/goal-status";
import { clauseName } from "~/words/clause-names";
import { goalBoard as words } from "~/words/goal-pages";
import { goals } from "~/words/goals";
import { shortDay } from "~/words/time";
import type { GoalRow } from "../../../server/goals/shapes";
import { cellsOf, type SentBoard, type SentCell } from "./packed";
import { Changed } from "./since";

/** A plain table: heads, rows and links are what keys and listeners know. */
export function GoalTable({ board }: { board: SentBoard }) {
  const { goals: rows, centers, version } = board;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keys, too.
    <section className="table-frame goal-board" aria-label={words.caption} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.goal}</th>
            {centers.map(({ id, name, shortName }) => (
              <th key={id} scope="col" title={name}>
                {shortName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((goal, index) => (
            <Fragment key={goal.id}>
              {goal.area !== rows[index - 1]?.area && goal.area && (
                <tr className="goal-area">
                  <th scope="rowgroup" colSpan={centers.length + 1}>
                    {goal.area}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row">
                  <Link to={`/kilder/${version.id}/punkt/${goal.id}`}>{nameOf(goal)}</Link>
                  {goal.change && goal.change !== "unchanged" && <Changed change={goal.change} />}
                </th>
                {cellsOf(board, index).map((cell, column) => (
                  <td key={centers[column]?.id}>
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf({ number, heading, text }: Pick<GoalRow, "number" | "heading" | "text">): string {
  return clauseName({ number, heading, text });
}

function Cell({ cell }: { cell: SentCell | null }) {
  if (!cell) return <span className="soft">{words.nothing}</span>;
  return (
    <>
      <GoalStatusPill status={cell.status} />
      <div className="soft small">
        {cell.trend && <TrendWords trend={cell.trend} />} <time dateTime={cell.day}>{shortDay(cell.day)}</time>
        {cell.isOwner && `, ${goals.owner}`}
      </div>
    </>
  );
}
