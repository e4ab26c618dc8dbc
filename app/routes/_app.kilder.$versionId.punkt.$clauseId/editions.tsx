import { Link } from "@remix-run/react";
import { clauseName } from "~/words/clause-names";
import { clausePage as words } from "~/words/clause-page";
import type { ClauseHistory, Next, Wording } from "../../../server/search/shapes";

/** Where the clause comes from, and what it has become in the version after. */
export function Editions({ history: { earlier, next } }: { history: Pick<ClauseHistory, "earlier" | "next"> }) {
  if (earlier.length === 0 && next.length === 0) return null;
  return (
    <dl className="facts clause-editions">
      {earlier.length > 0 && (
        <>
          <dt>{words.editions.from}</dt>
          <dd>
            <Wordings wordings={earlier} />
          </dd>
        </>
      )}
      {next.length > 0 && (
        <>
          <dt>{words.editions.to}</dt>
          <dd>
            {next.map((one) => (
              <Became key={one.versionId} next={one} />
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Became({ next }: { next: Next }) {
  const edition = words.edition(next.edition, next.label);
  if (next.state === "carried") return <Wordings wordings={next.to} />;
  if (next.state === "met") return <p>{words.met(edition)}</p>;
  if (next.state === "dropped") return <p>{words.dropped(edition)}</p>;
  return (
    <p>
      {words.undecided(edition)} · <Link to={`/kilder/${next.versionId}/overfoersel`}>{words.toDesk}</Link>
    </p>
  );
}

function Wordings({ wordings }: { wordings: readonly Wording[] }) {
  return (
    <ul className="plain-list">
      {wordings.map((wording) => (
        <li key={wording.id}>
          <InEdition wording={wording} />
        </li>
      ))}
    </ul>
  );
}

function InEdition({ wording }: { wording: Wording }) {
  return (
    <>
      <Link to={`/kilder/${wording.versionId}/punkt/${wording.id}`}>{clauseName(wording)}</Link>{" "}
      <span className="soft">{words.in(words.edition(wording.edition, wording.label))}</span>
    </>
  );
}
