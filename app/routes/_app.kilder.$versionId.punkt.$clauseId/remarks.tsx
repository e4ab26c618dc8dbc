import { Link } from "@remix-run/react";
import { OutcomeSaved, RemarkOutcome } from "~/components/outcome";
import { EmptyState, Notice } from "~/components/page";
import { Pages } from "~/components/pages";
import { SaidBy } from "~/components/stance";
import { ResponsePill } from "~/components/status";
import { clausePage as words } from "~/words/clause-page";
import { paging } from "~/words/paging";
import { date } from "~/words/time";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { ClauseHistory } from "../../../server/search/shapes";
import { type Hearing, type Remark, yearsOf } from "./hearings";
import { GivenOn } from "./wording";

type History = Omit<ClauseHistory, "remarks"> & { remarks: readonly Remark[] };
type Props = { clause: ClauseRow; history: History; answer: unknown };

/** Everything that was ever said of the clause, year by year, the newest hearing first. */
export function Remarks({ clause, history, answer }: Props) {
  const { remarks, isBounded, total, page, pages } = history;
  if (remarks.length === 0) return <EmptyState {...words.none} />;
  const years = yearsOf(history, clause.id);
  return (
    <>
      <p className="soft">{words.count(total.remarks, total.texts)}</p>
      {isBounded && (
        <Notice>
          <p>{words.bounded}</p>
        </Notice>
      )}
      <OutcomeSaved answer={answer} />
      {years.map(({ year, hearings }) => (
        <section key={year} aria-label={year}>
          <h3 className="said-year">{year}</h3>
          {hearings.map((hearing) => (
            <Said key={hearing.first.responseId} hearing={hearing} clause={clause} answer={answer} />
          ))}
        </section>
      ))}
      <Pages {...{ page, pages, label: words.pages, back: paging.newer, on: paging.older }} anchor="remarks" />
    </>
  );
}

function Said({ hearing: { first, given }, clause, answer }: { hearing: Hearing } & Omit<Props, "history">) {
  const { responseId, hearing, userKey, status, at } = first;
  return (
    <article className="said">
      <h4>
        <Link to={`/svar/${responseId}`}>{hearing}</Link>
      </h4>
      <p className="said-meta">
        <span className="numeric">{userKey}</span>
        <ResponsePill status={status} />
        <span>
          {status === "writing" ? words.begun : words.sent} <time dateTime={at.toISOString()}>{date(at)}</time>
        </span>
      </p>
      {given.map(({ wording, remarks }) => (
        <div key={wording?.id ?? ""} className="said-given">
          {wording && <GivenOn wording={wording} clause={clause} />}
          <Shown remarks={remarks} answer={answer} />
        </div>
      ))}
    </article>
  );
}

/** So many at once: a hearing of hundreds would hide the ones before it. */
const AT_ONCE = 20;

function Shown({ remarks, answer }: { remarks: readonly Remark[]; answer: unknown }) {
  const more = remarks.slice(AT_ONCE);
  return (
    <>
      <List remarks={remarks.slice(0, AT_ONCE)} answer={answer} />
      {more.length > 0 && (
        <details className="unfold said-more">
          <summary>{words.more(more.length)}</summary>
          <List remarks={more} answer={answer} />
        </details>
      )}
    </>
  );
}

function List({ remarks, answer }: { remarks: readonly Remark[]; answer: unknown }) {
  return (
    <ul className="said-list">
      {remarks.map((remark) => (
        <li key={remark.blockId} className="said-remark">
          <RemarkText remark={remark} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function RemarkText({ remark, answer }: { remark: Remark; answer: unknown }) {
  const { responseId, blockId, text, by, outcome, mayRecord } = remark;
  return (
    <>
      <p>{text}</p>
      <div className="said-meta">
        <SaidBy by={by} />
        <Link to={`/svar/${responseId}#b-${blockId}`}>{words.toRemark}</Link>
      </div>
      <RemarkOutcome place={{ responseId, blockId, text }} outcome={outcome} mayRecord={mayRecord} answer={answer} />
    </>
  );
}
