import type { EarlierClause } from "../../../server/responses/shapes";
import type { Target } from "../../document-model/document";
import { earlierClause as words } from "../../words/new-version";
import { ToDesk } from "./chip-card";
import { labelOfClause } from "./label";
import { Count } from "./source-row";

type Props = { clauses: readonly EarlierClause[]; current: readonly Target[]; counts: ReadonlyMap<string, number> };

/** Below the source: what paragraphs still comment on and this version does not have, or not yet. */
export function LeftBehind({ clauses, current, counts }: Props) {
  if (clauses.length === 0) return null;
  return (
    <>
      <li className="source-left">
        <h3>{words.left}</h3>
        <p>{words.leftText}</p>
      </li>
      {clauses.map((clause) => (
        <li
          key={clause.id}
          className="source-row"
          data-target={clause.id}
          data-current={current.some(({ id }) => id === clause.id) || undefined}
        >
          <LeftClause clause={clause} />
          <Count count={counts.get(clause.id) ?? 0} />
        </li>
      ))}
    </>
  );
}

function LeftClause({ clause }: { clause: EarlierClause }) {
  const { successor, number, heading, text } = clause;
  return (
    <div className="source-target">
      {number && <span className="source-number">{labelOfClause(clause)}</span>}
      <span className="source-text">
        {heading && <strong>{heading}</strong>}
        {text && <span className="source-words">{text}</span>}
        {successor.state === "undecided" ? (
          <span className="source-standing">
            {words.undecidedText} <ToDesk at={successor.at} />
          </span>
        ) : (
          <span className="source-standing">{words.droppedText}</span>
        )}
      </span>
    </div>
  );
}
