import { Link } from "@remix-run/react";
import { search as words } from "~/words/search";
import type { SearchPage } from "../../../server/search/shapes";
import { addressOf } from "./address";

export function Pages({ found }: { found: SearchPage }) {
  const { page, pages } = found;
  if (pages === 1) return null;
  return (
    <nav className="row search-pages" aria-label={words.pages}>
      {page > 1 && (
        <Link to={addressOf(found, page - 1)} rel="prev">
          {words.previous}
        </Link>
      )}
      <span className="numeric">{words.pageOf(page, pages)}</span>
      {page < pages && (
        <Link to={addressOf(found, page + 1)} rel="next">
          {words.next}
        </Link>
      )}
    </nav>
  );
}
