import { Link } from "@remix-run/react";
import { EmptyState } from "~/components/page";
import { search as words } from "~/words/search";
import type { Hit, SearchPage, Way } from "../../../server/search/shapes";
import { addressOf, isFiltered, NO_FILTERS } from "./address";
import { HitItem } from "./hit";

export function Results({ found }: { found: SearchPage }) {
  if (found.unsearched === "nothing-asked") return <Nothing />;
  if (found.unsearched === "only-small-words") return <EmptyState {...words.onlySmallWords} />;
  if (found.hits.length === 0) {
    const text = isFiltered(found) ? words.none.filtered : words.none.text;
    return <EmptyState title={words.none.title(found.query)} text={text} />;
  }
  return (
    <>
      <div className="search-count">
        <p role="status">{words.count(found.total, found.isBounded)}</p>
        {found.isBounded && <p className="soft">{words.bounded}</p>}
        <p className="soft small only-wide">{words.keys}</p>
      </div>
      {byWay(found.hits).map(([way, hits]) => (
        <section key={way} aria-labelledby={`way-${way}`}>
          <h2 id={`way-${way}`} className="search-way">
            {words.ways[way]}
          </h2>
          <ol className="hits">
            {hits.map((hit) => (
              <HitItem key={hit.id} hit={hit} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Hits come ordered by way; each way has a heading of its own. */
function byWay(hits: readonly Hit[]): [Way, Hit[]][] {
  const groups = new Map<Way, Hit[]>();
  for (const hit of hits) groups.set(hit.way, [...(groups.get(hit.way) ?? []), hit]);
  return [...groups];
}

function Nothing() {
  return (
    <EmptyState title={words.empty.title} text={words.empty.text}>
      <p>
        {words.empty.examples}{" "}
        {words.examples.map((query) => (
          <Link key={query} to={addressOf({ query, filters: NO_FILTERS })} className="search-example">
            {query}
          </Link>
        ))}
      </p>
    </EmptyState>
  );
}
