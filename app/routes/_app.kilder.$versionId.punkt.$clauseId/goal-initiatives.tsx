import { Link } from "@remix-run/react";
import { answeredCommand } from "~/components/answered-command";
import { FigureTable } from "~/components/figure-table";
import { Figures } from "~/components/new-figure";
import { initiatives as words } from "~/words/follow-ups";
import { date, day } from "~/words/time";
import type { InitiativeRow } from "../../../server/initiatives/shapes";

type Props = { initiatives: readonly InitiativeRow[]; today: string; answer: unknown };

/** What is and was done towards the goal: its figures, and what was said of it last. Nothing where nothing was. */
export function GoalInitiatives({ initiatives, today, answer }: Props) {
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
          {one.mayCount && one.indicators.length > 0 && <NewFigures initiative={one} today={today} answer={answer} />}
          {one.last && <LastTime last={one.last} now={one.center} />}
        </article>
      ))}
    </section>
  );
}

/** Open where a figure was refused: what was typed stands there, with what is wrong. [M25] */
function NewFigures({
  initiative: { id, title, indicators },
  today,
  answer,
}: Omit<Props, "initiatives"> & { initiative: InitiativeRow }) {
  const answered = answeredCommand(answer);
  const own = indicators.some((one) => answered?.command.endsWith(one.id));
  return (
    <>
      <p role="status" className="small">
        {own && answered?.isDone && words.saved}
      </p>
      <details className="unfold" open={own || undefined} key={`${id} ${own}`}>
        <summary>
          {words.newFigures}
          <span className="visually-hidden">{words.newFiguresOf(title)}</span>
        </summary>
        <p className="soft small">{words.between}</p>
        {indicators.map((indicator) => (
          <div key={indicator.id} className="figure-form">
            <Figures indicator={indicator} today={today} answer={answer} where="between" />
          </div>
        ))}
      </details>
    </>
  );
}

function LastTime({
  last: { responseId, title, userKey, approvedAt, center, lines },
  now,
}: {
  last: NonNullable<InitiativeRow["last"]>;
  now: string;
}) {
  return (
    <div className="said-remark">
      <p className="soft small">
        <Link to={`/svar/${responseId}`}>{title}</Link>, {words.text.approved(userKey, date(approvedAt))}
        {center !== now && ` · ${words.text.formerly(center)}`}
      </p>
      <p className="clause-words">{lines.join("\n")}</p>
    </div>
  );
}
