import { Link } from "@remix-run/react";
import { part } from "~/words/parts";
import type { PartPage } from "../../../server/sign-offs/shapes";
import type { OpenComments } from "./comments";

const { open: words } = part;
const SHOWN = 5;

/** What is open in the part: clauses that nobody has looked at, and comments; each with the way there. */
export function StillOpen({ page }: { page: PartPage & { comments: OpenComments } }) {
  const { holes, comments, responseId, consultationId, status } = page;
  if (status !== "writing") return null;
  if (holes.length === 0 && comments.count === 0) return <p className="soft small">{words.nothing}</p>;
  return (
    <section className="part-open" aria-labelledby="still-open">
      <h3 id="still-open">{words.title}</h3>
      {holes.length > 0 && (
        <details open={holes.length <= SHOWN}>
          <summary>{words.holes(holes.length)}</summary>
          <ul>
            {holes.map(({ clauseId, clause, isAgain }) => (
              <li key={clauseId}>
                <Link to={`/hoeringer/${consultationId}/daekning?kapitel=${clauseId}`}>{clause}</Link>
                {isAgain && <span className="soft"> – {words.again}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {comments.count > 0 && (
        <details>
          <summary>
            {words.comments(comments.count)}
            {comments.mustBeSolved > 0 && ` – ${words.mustBeSolved(comments.mustBeSolved)}`}
          </summary>
          <ul>
            {comments.threads.map(({ id, quote }) => (
              <li key={id}>
                <Link to={`/svar/${responseId}#k-${id}`}>{quote || words.onClause}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
