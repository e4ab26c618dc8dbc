import { Link, useSearchParams } from "@remix-run/react";
import { startTransition, useEffect, useState } from "react";
import { inParts as words } from "~/words/paging";

/** What a long table or list asks for in its address, to be sent whole where no script draws the rest. */
export const ALL = "alle";

/**
 * Whether all of a long list is drawn. What comes from the server, or is led to by a link, begins with what is in sight;
 * the rest is drawn when that can be seen and pressed. Thousands of cells are a megabyte of HTML, and their data some kilobytes. [Q22]
 */
export function useWhole(): boolean {
  const [search] = useSearchParams();
  const [isWhole, setWhole] = useState(search.has(ALL));
  useEffect(() => {
    startTransition(() => setWhole(true));
  }, []);
  useAnchor(isWhole);
  return isWhole;
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
