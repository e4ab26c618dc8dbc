import type { Link, Target } from "~/document-model/document";
import { clauseName } from "~/words/clause-names";
import { review as words } from "~/words/review";
import type { ClauseRow } from "../../server/agreements/shapes";
import { ALL } from "./all";
import { StanceMark } from "./stance";
import "./clause-notes.css";

export type NamedClauses = {
  clauses: ReadonlyMap<string, ClauseRow>;
  /** Of the versions before the source's present one. */
  earlier: ReadonlyMap<string, ClauseRow>;
};

type Props = NamedClauses & {
  links: readonly Link[];
  /** Without them a fold has the way to a page that has them. */
  hasWords: boolean;
};

/** The clauses that a paragraph comments on, each unfolding to its whole text. Two centers' links to one are one note. */
export function ClauseNotes({ links, clauses, earlier, hasWords }: Props) {
  // The whole of an earlier version is the whole of this one.
  const targets = [...new Map(links.map((link) => [targetOf(link), link])).values()];
  if (targets.length === 0) return null;
  return (
    <ul className="notes" aria-label={words.links}>
      {targets.map(({ kind, id }) => {
        const said = <Stances links={links.filter((link) => targetOf(link) === targetOf({ kind, id }))} />;
        if (kind === "source")
          return (
            <li key={id}>
              {words.wholeSource} {said}
            </li>
          );
        const clause = clauses.get(id);
        const before = earlier.get(id);
        return (
          <li key={id}>
            {clause && <ClauseNote clause={clause} hasWords={hasWords} />}
            {!clause && before && <ClauseNote clause={before} hasWords={hasWords} note={words.earlierVersion} />}
            {!clause && !before && words.unknownClause} {said}
          </li>
        );
      })}
    </ul>
  );
}

function targetOf({ kind, id }: Target): string {
  return kind === "source" ? kind : id;
}

/** What its centers say it is, each once. */
function Stances({ links }: { links: readonly Link[] }) {
  const stances = new Set(links.flatMap(({ stance }) => stance ?? []));
  return [...stances].map((stance) => <StanceMark key={stance} stance={stance} />);
}

function ClauseNote({ clause, hasWords, note }: { clause: ClauseRow; hasWords: boolean; note?: string }) {
  return (
    <details>
      <summary>
        {clauseName(clause)} {note && <span className="soft">({note})</span>}
      </summary>
      {hasWords ? (
        <>
          {clause.heading && <p className="soft">{clause.path}</p>}
          <p>{clause.text || clause.heading}</p>
        </>
      ) : (
        <a href={`?${ALL}=1`}>{words.showClauses}</a>
      )}
    </details>
  );
}
