import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { byMunicipality } from "~/components/by-municipality";
import { GoalStatusPill, TrendWords } from "~/components/goal-status";
import { clauseName } from "~/words/clause-names";
import { goalBoard as words } from "~/words/goal-pages";
import { goals } from "~/words/goals";
import { shortDay } from "~/words/time";
import type { GoalRow } from "../../../server/goals/shapes";
import { Changed } from "./changed";
import { cellsOf, type SentBoard, type SentCell } from "./packed";
import "./goal-board.css";

/** A plain table: heads, rows and links are what keys and listeners know. A guest has no page of each goal. [J12] */
export function GoalTable({ board, isLinked = true }: { board: SentBoard; isLinked?: boolean }) {
  const { goals: rows, columns, version } = board;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keys, too.
    <section className="table-frame goal-board" aria-label={words.caption} tabIndex={0}>
      <table className="table">
        <Head board={board} />
        <tbody>
          {rows.map((goal, index) => (
            <Fragment key={goal.id}>
              {goal.area !== rows[index - 1]?.area && goal.area && (
                <tr className="goal-area">
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {goal.area}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row">
                  {isLinked ? <Link to={`/kilder/${version.id}/punkt/${goal.id}`}>{nameOf(goal)}</Link> : nameOf(goal)}
                  {goal.change && goal.change !== "unchanged" && <Changed change={goal.change} />}
                </th>
                {cellsOf(board, index).map((cell, column) => (
                  <td key={columns[column]?.id}>
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

/** Centers stand under their municipality, where there are several. [M19] */
function Head({ board: { columns, per } }: { board: SentBoard }) {
  const { stretches, isJoint } = byMunicipality(columns, ({ municipality }) => municipality);
  const isHeaded = per === "center" && isJoint;
  return (
    <thead>
      {isHeaded && (
        <tr className="goal-municipalities">
          <td />
          {stretches.map(({ municipality, rows }) => (
            <th key={municipality} scope="colgroup" colSpan={rows.length}>
              {municipality}
            </th>
          ))}
        </tr>
      )}
      <tr>
        <th scope="col">{words.goal}</th>
        {columns.map(({ id, name, shortName }) => (
          <th key={id} scope="col" title={name}>
            {shortName}
          </th>
        ))}
      </tr>
    </thead>
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
      {cell.note && <div className="soft small">{cell.note}</div>}
    </>
  );
}
