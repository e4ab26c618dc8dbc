import { Link } from "@remix-run/react";
import { ShowAll, useWhole } from "~/components/in-parts";
import { followArrows, ToPaper } from "~/components/original/to-paper";
import { isTarget } from "~/document-model/proposal";
import { clausePage as words } from "~/words/clause-page";
import { nodeKinds } from "~/words/names";
import type { ClauseRow } from "../../../server/agreements/shapes";

/** What the page is sent of a clause: what stands above it in the source is told by the rows themselves. */
export type ListedClause = Omit<ClauseRow, "path">;
type Props = {
  /** Those that are here, of `count`. */
  clauses: readonly ListedClause[];
  count: number;
  isNumbered: boolean;
  chosen: string | undefined;
  onChoose: () => void;
};

/** More than any window shows. */
export const AT_ONCE = 30;

/** The clauses in reading order; each has an anchor of its own, and a way to its place in the paper. */
export function Clauses({ clauses, count, isNumbered, chosen, onChoose }: Props) {
  const drawn = useWhole(clauses.length === count) ? clauses : clauses.slice(0, AT_ONCE);
  return (
    <>
      <ol className="clauses" data-numbered={isNumbered ? "" : undefined} onKeyDown={followArrows}>
        {drawn.map((clause) => (
          <Clause key={clause.id} clause={clause} isChosen={clause.id === chosen} onChoose={onChoose} />
        ))}
      </ol>
      {drawn.length < count && <ShowAll count={count} />}
    </>
  );
}

type ClauseProps = { clause: ListedClause; isChosen: boolean; onChoose: () => void };

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
