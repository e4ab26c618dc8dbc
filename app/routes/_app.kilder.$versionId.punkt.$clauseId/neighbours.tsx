import { Link } from "@remix-run/react";
import { clauseName } from "~/words/clause-names";
import { clausePage as words } from "~/words/clause-page";
import type { ClauseRow } from "../../../server/agreements/shapes";

type Props = { versionId: string; previous: ClauseRow | null; next: ClauseRow | null };

/** The clauses before and after, to go through a source one by one. */
export function Neighbours({ versionId, previous, next }: Props) {
  if (!previous && !next) return null;
  const to = (clause: ClauseRow) => `/kilder/${versionId}/punkt/${clause.id}`;
  return (
    <nav className="clause-neighbours" aria-label={words.neighbours}>
      {previous && (
        <p>
          <span className="soft">{words.previous}</span>{" "}
          <Link to={to(previous)} rel="prev">
            {clauseName(previous)}
          </Link>
        </p>
      )}
      {next && (
        <p>
          <span className="soft">{words.next}</span>{" "}
          <Link to={to(next)} rel="next">
            {clauseName(next)}
          </Link>
        </p>
      )}
    </nav>
  );
}
