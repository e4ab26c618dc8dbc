import { Link } from "@remix-run/react";
import { answeredCommand } from "~/components/answered-command";
import { FigureTable } from "~/components/figure-table";
import { initiatives as words } from "~/words/follow-ups";
import { date, day } from "~/words/time";
import { FigureForms } from "./figure-forms";
import { AddIndicator, ChangeInitiative } from "./forms";
import type { Shown } from "./shown";

export function Initiative(shown: Shown) {
  const { initiative, answer } = shown;
  const { id, title, indicators } = initiative;
  const answered = answeredCommand(answer);
  const ids: string[] = [id, ...indicators.map((one) => one.id)];
  const isSaved = answered?.isDone && ids.some((one) => answered.command.endsWith(one));
  return (
    <article className="initiative" id={`i-${id}`}>
      <h3>{title}</h3>
      <Facts {...shown} />
      <FigureTable initiative={initiative} />
      <p role="status" className="small">
        {isSaved && words.saved}
      </p>
      {(initiative.mayTend || initiative.mayCount) && <FigureForms {...shown} />}
      <Texts {...shown} />
      {initiative.mayTend && (
        <div className="initiative-more">
          <AddIndicator {...shown} />
          <ChangeInitiative {...shown} />
        </div>
      )}
    </article>
  );
}

function Facts({ initiative, hearing }: Shown) {
  const { center, period, deadline, endedOn, takesPart, isLeft } = initiative;
  const { facts } = words;
  return (
    <>
      <p className="soft small row">
        <span>
          {facts.center}: {center}
        </span>
        {period && (
          <span>
            {facts.period}: {period}
          </span>
        )}
        {deadline && (
          <span>
            {facts.deadline}: {deadline}
          </span>
        )}
        {endedOn && (
          <span>
            {facts.ended} {day(endedOn)}
          </span>
        )}
      </p>
      {isLeft && <p className="small initiative-warning">{words.left.one(center)}</p>}
      {!takesPart && !endedOn && !isLeft && (
        <p className="small initiative-warning">
          {words.notGiven(center)} <Link to={`/hoeringer/${hearing}/fordeling`}>{words.assign}</Link>
        </p>
      )}
    </>
  );
}

/** What was said last time beside what is said now. */
function Texts({ initiative, board: { responseId } }: Shown) {
  const { last, lines, heading } = initiative;
  const { text } = words;
  return (
    <div className="initiative-texts">
      <section>
        <h4>{text.last}</h4>
        {last ? (
          <>
            <p className="soft small">
              <Link to={`/svar/${last.responseId}`}>{last.title}</Link>,{" "}
              {text.approved(last.userKey, date(last.approvedAt))}
              {last.center !== initiative.center && ` · ${text.formerly(last.center)}`}
            </p>
            <Lines lines={last.lines} />
          </>
        ) : (
          <p className="soft">{text.first}</p>
        )}
      </section>
      <section>
        <h4>{text.now}</h4>
        {!responseId && <p className="soft">{text.notBegun}</p>}
        {responseId && !heading && <p className="soft">{text.noHeading}</p>}
        {responseId && (
          <p className="small">
            <Link to={`/svar/${responseId}${heading ? `#b-${heading}` : ""}`}>
              {lines.length > 0 ? text.open : text.write}
            </Link>
          </p>
        )}
        {heading && (lines.length > 0 ? <Lines lines={lines} /> : <p className="soft">{text.empty}</p>)}
      </section>
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return <p className="initiative-lines">{lines.join("\n")}</p>;
}
