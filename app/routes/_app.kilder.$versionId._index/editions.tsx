import { Link } from "@remix-run/react";
import { Notice } from "~/components/page";
import { StatusPill } from "~/components/status";
import { comparison } from "~/words/comparison";
import { sources, editions as words } from "~/words/sources";
import { date } from "~/words/time";
import type { Edition } from "../../../server/agreements/shapes";

type Props = { editions: readonly Edition[]; current: string; canCompare: boolean };

/** All editions of the source, the newest first, and which of them this page shows. */
export function Editions({ editions, current, canCompare }: Props) {
  if (editions.length < 2) return null;
  return (
    <section className="editions" aria-labelledby="editions">
      <h2 id="editions">{words.title}</h2>
      <ol reversed>
        {editions.map((edition) => (
          <li key={edition.id} value={edition.number} aria-current={edition.id === current ? "true" : undefined}>
            <EditionLine edition={edition} isHere={edition.id === current} />
            {canCompare && edition.followsId && (
              <Link className="small" to={`/kilder/${edition.id}/sammenlign`}>
                {comparison.withEdition(numberOf(editions, edition.followsId))}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function EditionLine({ edition, isHere }: { edition: Edition; isHere: boolean }) {
  const { id, label, minor, isAccepted, createdAt } = edition;
  return (
    <div>
      {isHere ? (
        <strong>{label}</strong>
      ) : (
        <Link to={isAccepted ? `/kilder/${id}` : `/kilder/${id}/forslag`}>{label}</Link>
      )}{" "}
      <span className="soft small">{isHere ? words.here : date(createdAt)}</span>{" "}
      {minor > 0 && <span className="soft small">{sources.edition(edition)}</span>}{" "}
      {!isAccepted && <StatusPill tone="warn">{sources.proposed}</StatusPill>}
    </div>
  );
}

/** Who reads an older edition is told so, with the way to the newest that is in use. */
export function NewerEdition({ editions, current }: Omit<Props, "canCompare">) {
  const [newest] = editions.filter(({ isAccepted }) => isAccepted);
  const here = editions.find(({ id }) => id === current);
  if (!newest || !here || newest.number <= here.number) return null;
  return (
    <Notice tone="warn">
      <p>
        {words.older} <Link to={`/kilder/${newest.id}`}>{comparison.edition(newest)}</Link>
      </p>
    </Notice>
  );
}

/** The number of the edition that this one was carried over from; null for one that follows none. */
export function followedNumber(editions: readonly Edition[], current: string): number | null {
  const followsId = editions.find(({ id }) => id === current)?.followsId;
  return followsId ? numberOf(editions, followsId) : null;
}

function numberOf(editions: readonly Edition[], wanted: string): number {
  return editions.find(({ id }) => id === wanted)?.number ?? 0;
}
