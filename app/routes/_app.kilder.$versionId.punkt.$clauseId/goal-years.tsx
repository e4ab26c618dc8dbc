import { Link } from "@remix-run/react";
import { ALL } from "~/components/all";
import { GoalStatusPill, TrendWords } from "~/components/goal-status";
import { EmptyState } from "~/components/page";
import { ResponsePill } from "~/components/status";
import { goalPage as words } from "~/words/goal-pages";
import { goals } from "~/words/goals";
import { date, day } from "~/words/time";
import type { Assessed, Said } from "../../../server/goals/shapes";

type Props = { /** The newest of `count`. */ assessed: readonly Assessed[]; count: number; versionId: string };

/** What each center has said of how far it is, assessment by assessment, the newest first. */
export function GoalYears({ assessed, count, versionId }: Props) {
  return (
    <section className="section clause-remarks" aria-labelledby="years">
      <div className="row">
        <h2 id="years">{words.title}</h2>
        <Link to={`/kilder/${versionId}/maal`}>{words.toBoard}</Link>
      </div>
      {assessed.length === 0 && <EmptyState title={words.none.title} text={words.none.text} />}
      {assessed.map((one) => (
        <article key={one.consultationId} className="said">
          <h3>
            <Link to={`/hoeringer/${one.consultationId}`}>{one.title}</Link>
          </h3>
          <p className="said-meta">
            <span className="numeric">{one.userKey}</span>
            <ResponsePill status={one.status} />
          </p>
          <ul className="goal-years">
            {one.said.map((said) => (
              <li key={said.centerId}>
                <SaidBy said={said} />
              </li>
            ))}
          </ul>
        </article>
      ))}
      {assessed.length < count && (
        <p>
          <Link to={`?${ALL}=1#years`} preventScrollReset>
            {words.showAll(count)}
          </Link>
        </p>
      )}
    </section>
  );
}

function SaidBy({ said }: { said: Said }) {
  const { center, isOwner, status, trend, nextStep, due, by, at } = said;
  const next = goals.until(nextStep, due && day(due));
  return (
    <>
      <span>
        {center} {isOwner && <span className="soft small">({goals.owner})</span>}
      </span>
      <span className="row">
        <GoalStatusPill status={status} />
        {trend && <TrendWords trend={trend} />}
      </span>
      <span className="soft small">
        <time dateTime={at.toISOString()}>{date(at)}</time>, {words.by(by)}
        {next && (
          <>
            <br />
            {goals.nextStep}: {next}
          </>
        )}
      </span>
    </>
  );
}
