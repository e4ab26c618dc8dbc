import { Link } from "@remix-run/react";
import { audit as words } from "~/words/oversight";

type Props = { page: number; pages: number; event: string };

export function Pages({ page, pages, event }: Props) {
  if (pages === 1) return null;
  const to = (number: number) => {
    const search = new URLSearchParams({ side: String(number) });
    if (event) search.set("haendelse", event);
    return `?${search}`;
  };
  return (
    <nav className="row audit-pages" aria-label={words.pages}>
      {page > 1 && <Link to={to(page - 1)}>{words.newer}</Link>}
      <span className="numeric">{words.pageOf(page, pages)}</span>
      {page < pages && <Link to={to(page + 1)}>{words.older}</Link>}
    </nav>
  );
}
