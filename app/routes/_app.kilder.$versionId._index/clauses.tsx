import { Link } from "@remix-run/react";
import { firstOf, ShowAll, useWhole } from "~/components/in-parts";
import { followArrows, ToPaper } from "~/components/original/to-paper";
import { isTarget } from "~/document-model/proposal";
import { clausePage as words } from "~/words/clause-page";
import { nodeKinds } from "~/words/names";
import type { ClauseRow } from "../../../server/agreements/shapes";

type Props = { clauses: readonly ClauseRow[]; chosen: string | undefined; onChoose: () => void };

/** More than any window shows. */
const AT_ONCE = 60;

/** The clauses in reading order; each has an anchor of its own, and a way to its place in the paper. */
export function Clauses({ clauses, chosen, onChoose }: Props) {
  const drawn = useWhole() ? clauses : firstOf(clauses, AT_ONCE, () => 1);
  return (
    <>
      <ol
        className="clauses"
        data-numbered={clauses.some(({ number }) => number !== "") ? "" : undefined}
        onKeyDown={followArrows}
      >
        {drawn.map((clause) => (
          <Clause key={clause.id} clause={clause} isChosen={clause.id === chosen} onChoose={onChoose} />
        ))}
      </ol>
      {drawn.length < clauses.length && <ShowAll count={clauses.length} />}
    </>
  );
}

type ClauseProps = { clause: ClauseRow; isChosen: boolean; onChoose: () => void };

function Clause({ clause, isChosen, onChoose }: ClauseProps) {
  return (
    <li
      id={`k-${clause.id}`}
      className="clause"
      data-kind={clause.kind}
      data-chosen={isChosen ? "" : undefined}
      style={{ "--depth": clause.depth } as React.CSSProperties}
    >
      <span className="clause-number numeric">{clause.number}</span>
      <div>
        {clause.heading && <h3>{clause.heading}</h3>}
        {clause.text && <p className="clause-text">{clause.text}</p>}
      </div>
      <div className="clause-ways">
        {isTarget(clause) && (
          <Link className="kind" data-kind={clause.kind} to={`punkt/${clause.id}`} title={words.toRemarks}>
            {nodeKinds[clause.kind]}
          </Link>
        )}
        <ToPaper clause={clause} isChosen={isChosen} onChoose={onChoose} />
      </div>
    </li>
  );
}
