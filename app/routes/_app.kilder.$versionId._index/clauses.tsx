import { nodeKinds } from "~/words/names";
import type { ClauseRow } from "../../../server/agreements/shapes";

/** The clauses in reading order; each has an anchor of its own. */
export function Clauses({ clauses }: { clauses: readonly ClauseRow[] }) {
  return (
    <ol className="clauses" data-numbered={clauses.some(({ number }) => number !== "") ? "" : undefined}>
      {clauses.map((clause) => (
        <li
          key={clause.id}
          id={`k-${clause.id}`}
          className="clause"
          data-kind={clause.kind}
          style={{ "--depth": clause.depth } as React.CSSProperties}
        >
          <span className="clause-number numeric">{clause.number}</span>
          <div>
            {clause.heading && <h3>{clause.heading}</h3>}
            {clause.text && <p className="clause-text">{clause.text}</p>}
          </div>
          {clause.kind !== "text" && clause.kind !== "section" && (
            <span className="kind" data-kind={clause.kind}>
              {nodeKinds[clause.kind]}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
