import { Link } from "@remix-run/react";
import { carryOver as words } from "~/words/carry-over";
import { clauseName } from "~/words/clause-names";
import type { DeskPage } from "../../../server/carry-over/shapes";

/** What the new version has and nothing leads to: as the server knows it, once it knows what was decided. */
export function Added({ page: { added, after, to } }: { page: DeskPage }) {
  const isAdded = new Set<string>(added);
  const clauses = after.filter(({ id }) => isAdded.has(id));
  return (
    <section className="carry-added" aria-labelledby="carry-added">
      <h2 id="carry-added">
        {words.added.title} <span className="soft numeric">{clauses.length}</span>
      </h2>
      <p className="soft">{clauses.length > 0 ? words.added.lead : words.added.none}</p>
      <ul className="plain-list">
        {clauses.map((clause) => (
          <li key={clause.id}>
            <Link to={`/kilder/${to.id}/punkt/${clause.id}`}>{clauseName(clause)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
