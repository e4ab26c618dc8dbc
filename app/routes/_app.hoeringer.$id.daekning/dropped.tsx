import { Link } from "@remix-run/react";
import { coverage as words } from "~/words/coverage";
import type { Board } from "./board";

type Props = Pick<Board, "dropped" | "centers"> & { responseId: string | null };

/** What was said of clauses that this version no longer has: no row of the matrix would show it. */
export function Dropped({ dropped, centers, responseId }: Props) {
  if (dropped.length === 0) return null;
  return (
    <section className="section" aria-labelledby="dropped">
      <h2 id="dropped">{words.dropped.title}</h2>
      <p className="soft">{words.dropped.text}</p>
      <ul className="dropped">
        {dropped.map(({ clause, centerId, blockIds }) => (
          <li key={clause.id + centerId}>
            <span className="dropped-path">{clause.path}</span>
            <span>{centers.find(({ id }) => id === centerId)?.shortName}</span>
            {responseId && blockIds[0] ? (
              <Link to={`/svar/${responseId}#b-${blockIds[0]}`}>{words.paragraphs(blockIds.length)}</Link>
            ) : (
              <span className="soft">{words.dropped.answer}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
