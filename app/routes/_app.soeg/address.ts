import type { SearchPage } from "../../../server/search/shapes";

/** The address of the same search on another page, or with other words. */
export function addressOf({ query, filters }: Pick<SearchPage, "query" | "filters">, page = 1): string {
  const search = new URLSearchParams();
  const { kind: type, year: aar, center, source: kilde, stance: holdning } = filters;
  const said = { q: query, type, aar, center, kilde, holdning };
  for (const [name, value] of Object.entries(said)) if (value) search.set(name, value);
  if (page > 1) search.set("side", String(page));
  return `/soeg?${search}`;
}

export const NO_FILTERS: SearchPage["filters"] = { kind: "", year: "", center: "", source: "", stance: "" };

export function isFiltered({ filters }: Pick<SearchPage, "filters">): boolean {
  return Object.values(filters).some((value) => value !== "");
}
