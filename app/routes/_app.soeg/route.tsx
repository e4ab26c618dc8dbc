import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loads } from "~/answering";
import { Page, PageHeader } from "~/components/page";
import { search as words } from "~/words/search";
import { shell } from "~/words/shell";
import { Pages } from "./pages";
import { Results } from "./results";
import { SearchForm } from "./search-form";
import { useSearchKeys } from "./use-search-keys";
import "./search.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shell.title(data?.query ? `${data.query} – ${words.title}` : words.title) },
];

/** The address holds the whole search, so that it can be kept and sent on. */
export const loader = loads(({ services, viewer, url }) => {
  const of = (name: string) => url.searchParams.get(name) ?? "";
  return services.search.search(viewer, {
    query: of("q"),
    kind: of("type"),
    year: of("aar"),
    center: of("center"),
    source: of("kilde"),
    stance: of("holdning"),
    page: Number(of("side")) || 1,
  });
});

export default function SearchRoute() {
  const found = useLoaderData<typeof loader>();
  const root = useSearchKeys();
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="search" ref={root}>
        <SearchForm found={found} />
        <Results found={found} />
        <Pages found={found} />
      </div>
    </Page>
  );
}
