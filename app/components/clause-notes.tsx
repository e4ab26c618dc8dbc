import type { Link } from "~/document-model/document";
import { clauseName } from "~/words/clause-names";
import { review as words } from "~/words/review";
import "./clause-notes.css";
import type { ClauseRow } from "../../server/agreements/shapes";

type Props = { links: readonly Link[]; clauses: ReadonlyMap<string, ClauseRow> };

/** The clauses that a paragraph comments on, each unfolding to its whole text. Two centers' links to one are one note. */
export function ClauseNotes({ links, clauses }: Props) {
  const targets = [...new Map(links.map((link) => [`${link.kind}${link.id}`, link])).values()];
  if (targets.length === 0) return null;
  return (
    <ul className="notes" aria-label={words.links}>
      {targets.map(({ kind, id }) => {
        const clause = kind === "clause" ? clauses.get(id) : undefined;
        return <li key={id}>{clause ? <ClauseNote clause={clause} /> : words.wholeSource}</li>;
      })}
    </ul>
  );
}

function ClauseNote({ clause }: { clause: ClauseRow }) {
  return (
    <details>
      <summary>{clauseName(clause)}</summary>
      {clause.heading && <p className="soft">{clause.path}</p>}
      <p>{clause.text || clause.heading}</p>
    </details>
  );
}
