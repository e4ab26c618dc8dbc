import { clauseName } from "~/words/clause-names";
import { initiatives as words } from "~/words/follow-ups";
import type { FollowedGoal, InitiativeBoard } from "../../../server/initiatives/shapes";
import { AddInitiative } from "./forms";
import { Initiative } from "./initiative";

type Props = { goal: FollowedGoal; board: InitiativeBoard; hearing: string; answer: unknown };

export function Goal({ goal, board, hearing, answer }: Props) {
  const own = board.initiatives.filter(({ clauseId }) => clauseId === goal.id);
  const going = own.filter(({ endedOn }) => endedOn === null);
  const ended = own.filter(({ endedOn }) => endedOn !== null);
  const name = clauseName(goal);
  const shown = { board, hearing, answer };
  return (
    <section className="section" aria-labelledby={`m-${goal.id}`}>
      {goal.area && <p className="soft small">{goal.area}</p>}
      <h2 id={`m-${goal.id}`}>
        {words.goal}: {(goal.heading || goal.text).replace(/^mål:\s*/i, "")}
      </h2>
      {going.length === 0 && board.initiatives.length > 0 && <p className="soft">{words.noneHere}</p>}
      {going.map((one) => (
        <Initiative key={one.id} initiative={one} {...shown} />
      ))}
      {ended.length > 0 && (
        <details className="unfold">
          <summary>{words.ended(ended.length)}</summary>
          {ended.map((one) => (
            <Initiative key={one.id} initiative={one} {...shown} />
          ))}
        </details>
      )}
      {board.centers.length > 0 && <AddInitiative goal={goal} name={name} count={own.length} {...shown} />}
    </section>
  );
}
