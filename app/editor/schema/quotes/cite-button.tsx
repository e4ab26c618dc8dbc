import type { ClauseRow } from "../../../../server/agreements/shapes";
import { quotes as words } from "../../../words/quotes";
import { labelOfClause } from "../../links/label";
import type { Cite } from "./cite";

/** In a clause's row of the source: its words as a quote where the caret stands. */
export function CiteButton({ clause, onCite }: { clause: ClauseRow; onCite: Cite }) {
  const label = words.citeLabel(labelOfClause(clause));
  return (
    <button
      type="button"
      className="row-cite"
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCite(clause)}
    >
      {words.cite}
    </button>
  );
}
