import { Link } from "@remix-run/react";
import { firstOf, ShowAll, useWhole } from "~/components/in-parts";
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

/** Letters of HTML: a short source is small enough to come whole, of a long one this is more than any window shows. */
const AT_ONCE = 60_000;
const AROUND = 600;

/** The clauses that the page begins with. Their words are in it twice, for the eye and for the script. */
export function beginningOf(clauses: readonly ListedClause[]): readonly ListedClause[] {
  return firstOf(clauses, AT_ONCE, ({ heading, text }) => AROUND + 2 * (heading.length + text.length));
}

/** The clauses in reading order; each has an anchor of its own, and a way to its place in the paper. */
export function Clauses({ clauses, count, isNumbered, chosen, onChoose }: Props) {
  const drawn = useWhole(clauses.length === count) ? clauses : beginningOf(clauses);
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
