import type { ClauseRow } from "../../../server/agreements/shapes";
import { comments as words } from "../../words/comments";
import { labelOfClause } from "../links/label";
import { useCommentsHere } from "./use-comments";

/** In a clause's row of the source: how many open comments it has, and a new one. */
export function ClauseComments({ clause }: { clause: ClauseRow }) {
  const comments = useCommentsHere();
  if (!comments) return null;
  const own = comments.open.filter(({ clauseId }) => clauseId === clause.id);
  const first = own[0];
  return (
    <>
      {first && (
        <button type="button" className="row-comments" onClick={() => comments.choose(first.id)}>
          {words.onClause(own.length)}
        </button>
      )}
      {comments.mayComment && (
        <button
          type="button"
          className="row-cite row-comment"
          aria-label={words.startOn(labelOfClause(clause))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => comments.begin({ is: "clause", clauseId: clause.id })}
        >
          {words.start}
        </button>
      )}
    </>
  );
}
