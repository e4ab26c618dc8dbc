import { Link } from "@remix-run/react";
import { OutcomePill } from "~/components/outcome";
import { carryOver as words } from "~/words/carry-over";
import { enumerated } from "~/words/numbers";
import type { DeskRow } from "../../../server/carry-over/shapes";
import type { Remark } from "../../../server/search/shapes";

/** What hangs on the clause, and of remarks their words. */
export function Remarks({ remarks, row }: { remarks: readonly Remark[]; row: DeskRow }) {
  return (
    <section className="carry-remarks" aria-labelledby="carry-remarks">
      <h3 id="carry-remarks">{words.use.title}</h3>
      <p className="soft">{words.inUse(row.inUse) || words.use.none}</p>
      <ul>
        {remarks.map(({ responseId, blockId, text, centers, userKey, hearing, outcome }) => (
          <li key={`${responseId}${blockId}`}>
            <p>{text}</p>
            <p className="carry-remark-meta small soft">
              {centers.length > 0 && <span>{enumerated(centers)}</span>}
              <span>
                {hearing} (<span className="numeric">{userKey}</span>)
              </span>
              <Link to={`/svar/${responseId}#b-${blockId}`}>{words.use.toRemark}</Link>
            </p>
            {/* What came of it says whether it has to be said again. */}
            {outcome && (
              <p className="carry-remark-outcome small">
                <OutcomePill outcome={outcome.outcome} /> {outcome.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
