import { memo } from "react";
import { comparison as words } from "~/words/comparison";
import { Decided } from "./compared-row";
import { placeOf, proposedIn, type Row } from "./rows";

/** Unchanged clauses that follow each other, as one line until they are wanted. */
export const Folded = memo(function Folded({ rows }: { rows: readonly Row[] }) {
  const proposed = proposedIn(rows);
  return (
    <li className="folded">
      <details>
        <summary>
          {words.folded(rows.length)}
          {proposed > 0 && <span className="soft"> · {words.foldedProposed(proposed)}</span>}
        </summary>
        <ol className="folded-rows">
          {rows.map((row) => (
            <li key={row.key} id={`k-${row.key}`} className="folded-row">
              <Unchanged row={row} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
});

function Unchanged({ row }: { row: Row }) {
  const [clause] = row.to;
  if (!clause) return null;
  return (
    <>
      <span className="folded-name">{placeOf(clause).name}</span>
      {row.decision === "proposed" && <Decided decision={row.decision} />}
      {clause.text && <p>{clause.text}</p>}
    </>
  );
}
