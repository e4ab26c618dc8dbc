import { Link } from "@remix-run/react";
import { FigureTable } from "~/components/figure-table";
import { initiatives as words } from "~/words/follow-ups";
import { date, day } from "~/words/time";
import type { InitiativeRow } from "../../../server/initiatives/shapes";

/** What is and was done towards the goal: its figures, and what was said of it last. Nothing where nothing was. */
export function GoalInitiatives({ initiatives }: { initiatives: readonly InitiativeRow[] }) {
  if (initiatives.length === 0) return null;
  return (
    <section className="section clause-remarks" aria-labelledby="initiatives">
      <h2 id="initiatives">{words.onGoal}</h2>
      {initiatives.map((one) => (
        <article key={one.id} className="said">
          <h3>{one.title}</h3>
          <p className="said-meta">
            <span>
              {words.facts.center}: {one.center}
            </span>
            {one.period && (
              <span>
                {words.facts.period}: {one.period}
              </span>
            )}
            {one.deadline && (
              <span>
                {words.facts.deadline}: {one.deadline}
              </span>
            )}
            {one.endedOn && (
              <span>
                {words.facts.ended} {day(one.endedOn)}
              </span>
            )}
          </p>
          <FigureTable initiative={one} />
          {one.last && <LastTime last={one.last} />}
        </article>
      ))}
    </section>
  );
}

function LastTime({
  last: { responseId, title, userKey, approvedAt, lines },
}: {
  last: NonNullable<InitiativeRow["last"]>;
}) {
  return (
    <div className="said-remark">
      <p className="soft small">
        <Link to={`/svar/${responseId}`}>{title}</Link>, {words.text.approved(userKey, date(approvedAt))}
      </p>
      <p className="clause-words">{lines.join("\n")}</p>
    </div>
  );
}
