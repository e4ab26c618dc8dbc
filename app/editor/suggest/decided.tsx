import type { DecidedView } from "../../../server/suggestions/shapes";
import { suggestions as words } from "../../words/suggestions";
import { WordsBetween } from "./words-between";

/** What became of one's own: whoever suggested is told why, too. */
export function Decided({ decided }: { decided: readonly DecidedView[] }) {
  if (decided.length === 0) return null;
  return (
    <details className="suggestion-decided">
      <summary>
        {words.decided} ({decided.length})
      </summary>
      <ul className="suggestion-list">
        {decided.map(({ id, decision, by, at, reason, base, proposed }) => (
          <li key={id} className="suggestion">
            <p className="suggestion-head">
              {decision === "accepted" ? words.acceptedBy(by, at) : words.rejectedBy(by, at)}
            </p>
            {reason && <p className="suggestion-said">{reason}</p>}
            <WordsBetween base={base} proposed={proposed} />
          </li>
        ))}
      </ul>
    </details>
  );
}
