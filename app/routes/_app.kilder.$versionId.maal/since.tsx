import { Link } from "@remix-run/react";
import { Changed } from "~/components/goal-board/changed";
import { changeNames } from "~/words/change-names";
import { clauseName } from "~/words/clause-names";
import { goalBoard } from "~/words/goal-pages";
import type { ChangeKind } from "../../../server/carry-over/shapes";
import type { GoalBoard, GoalRow } from "../../../server/goals/shapes";

const { since: words } = goalBoard;
/** In the order people ask: what is done, what was changed, what is no more, what is new. */
const TOLD: readonly ChangeKind[] = ["met", "reworded", "split", "merged", "moved", "dropped", "new"];

/** What the year has made of the goals: ticked off, adapted, retired, added. [M18] */
export function Since({
  board: { before, goals, version },
}: {
  board: Pick<GoalBoard, "before" | "version"> & { goals: readonly Pick<GoalRow, "change">[] };
}) {
  if (!before) return null;
  const changes = [...goals, ...before.gone].map(({ change }) => change);
  const counted = TOLD.map((kind) => ({
    name: changeNames[kind],
    count: changes.filter((one) => one === kind).length,
  }));
  return (
    <section className="section goal-since" aria-labelledby="since">
      <h2 id="since">{words.title(before.label)}</h2>
      {before.waiting > 0 ? (
        <p>
          {words.waiting(before.waiting)} <Link to={`/kilder/${version.id}/overfoersel`}>{words.toDesk}</Link>
        </p>
      ) : (
        <p>{words.summary(counted.filter(({ count }) => count > 0))}</p>
      )}
      {before.gone.length > 0 && (
        <>
          <h3>{words.gone}</h3>
          <ul className="plain-list">
            {before.gone.map((goal) => (
              <li key={goal.id}>
                <Changed change={goal.change} />{" "}
                <Link to={`/kilder/${before.id}/punkt/${goal.id}`}>{clauseName(goal)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
