import { Link, useSearchParams } from "@remix-run/react";
import { startTransition, useEffect, useState } from "react";
import { inParts as words } from "~/words/paging";
import { ALL, useDrawn } from "./all";
import { persistently } from "./later";

/**
 * Whether all of a long list is drawn. What comes from the server, or is led to by a link, begins with what is in sight;
 * the rest is drawn when that can be seen and pressed. Thousands of cells are a megabyte of HTML, and their data some kilobytes. [Q22]
 */
export function useWhole(isHere = true): boolean {
  const [search] = useSearchParams();
  const isWhole = useDrawn(search.has(ALL));
  useAnchor(isWhole && isHere);
  return isWhole;
}

type Rest<Row> = { at: string; rows: readonly Row[] };

/**
 * All rows of a list of which the page came with the first: `address` has them all as JSON, and is asked until it answers.
 * Until then, and for whoever has no script, those that are here stand alone. [Q26]
 */
export function useRest<Row>(first: readonly Row[], count: number, address: string): readonly Row[] {
  const [rest, setRest] = useState<Rest<Row> | null>(null);
  const isPartial = first.length < count;
  useEffect(() => {
    if (!isPartial) return;
    return persistently(
      () => rowsAt<Row>(address),
      (rows) => startTransition(() => setRest({ at: address, rows })),
    );
  }, [isPartial, address]);
  return isPartial && rest?.at === address ? rest.rows : first;
}

async function rowsAt<Row>(address: string): Promise<readonly Row[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`Expected ${address} to answer; it said ${answer.status}.`);
  return answer.json(); // Our own server's words.
}

/** An address may name a row that was not there when the page came. */
function useAnchor(isWhole: boolean): void {
  const [hadIt] = useState(() => typeof document === "undefined" || anchored() !== null);
  useEffect(() => {
    if (isWhole && !hadIt) anchored()?.scrollIntoView();
  }, [isWhole, hadIt]);
}

function anchored(): Element | null {
  return location.hash ? document.getElementById(location.hash.slice(1)) : null;
}

/** As many of the rows as have so much in them, and one at least. */
export function firstOf<Row>(rows: readonly Row[], most: number, weightOf: (row: Row) => number): readonly Row[] {
  let weight = 0;
  const end = rows.findIndex((row) => {
    weight += weightOf(row);
    return weight > most;
  });
  return end === -1 ? rows : rows.slice(0, Math.max(1, end));
}

/** Under what is drawn so far: for whoever has no script, the way to the rest. */
export function ShowAll({ count }: { count: number }) {
  const [search] = useSearchParams();
  const all = new URLSearchParams(search);
  all.set(ALL, "1");
  return (
    <p className="in-parts">
      <Link to={`?${all}`}>{words.showAll(count)}</Link>
    </p>
  );
}
