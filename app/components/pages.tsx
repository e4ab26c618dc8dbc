import { Link } from "@remix-run/react";
import { paging as words } from "~/words/paging";

type Props = {
  page: number;
  pages: number;
  /** What the pages are of, for whoever listens. */
  label: string;
  back: string;
  on: string;
  /** Where the list begins, so that one stays with it. */
  anchor: string;
};

/** What the address calls it. */
export const PAGE = "side";

/** One page back, one on. Links, so that they work before a script and each page has its address. [Q20] */
export function Pages({ page, pages, label, back, on, anchor }: Props) {
  if (pages === 1) return null;
  const to = (number: number) => (number === 1 ? `?#${anchor}` : `?${PAGE}=${number}#${anchor}`);
  return (
    <nav className="row pages" aria-label={label}>
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev">
          {back}
        </Link>
      )}
      <span className="numeric">{words.pageOf(page, pages)}</span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next">
          {on}
        </Link>
      )}
    </nav>
  );
}
