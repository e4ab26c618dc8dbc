import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../../db/client";
import { center, source, sourceVersion } from "../../db/schema";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import { candidates, mostHits, preferIndex } from "./candidates";
import type { SearchDeps } from "./deps";
import { detailed } from "./details";
import { type Query, readFilters, readQuery, scopes } from "./rules";
import type { Asked, Filters, SearchPage } from "./shapes";
import { narrow, stemmed, widened } from "./words";

const PAGE_SIZE = 20;
const ONE_MOMENT = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/** One page of what was found, and what one may choose among. Everything is read at one moment. */
export async function search({ db }: SearchDeps, viewer: Viewer, asked: Asked): Promise<SearchPage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const query = readQuery(asked.query);
  const filters = readFilters(asked);
  return db.transaction(async (tx) => {
    const choices = await choicesOf(tx, viewer);
    const { unsearched, hits } = await found(tx, viewer, { query, filters, years: choices.years });
    const pages = Math.max(1, Math.ceil(hits.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, Math.trunc(asked.page ?? 1) || 1), pages);
    return {
      query: query.text,
      filters,
      unsearched,
      hits: await detailed(tx, hits.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)),
      page,
      pages,
      total: hits.length,
      isBounded: hits.length === mostHits(query),
      choices,
    };
  }, ONE_MOMENT);
}

type Wanted = { query: Query; filters: Filters; years: number[] };

async function found(tx: Transaction, viewer: Viewer, { query, filters, years }: Wanted) {
  if (query.words.length + query.phrases.length === 0) return { unsearched: "nothing-asked" as const, hits: [] };
  const municipality = viewer.municipality.id;
  const asked = await stemmed(tx, query);
  const stem = narrow(asked);
  if (stem === "") return { unsearched: "only-small-words" as const, hits: [] };
  await preferIndex(tx);
  const place = {
    municipality,
    scopes: scopes(filters, years, municipality),
    phrases: query.phrases,
    words: asked.words.length,
  };
  const hits = await candidates(tx, place, stem, widened(tx, municipality, asked));
  return { unsearched: null, hits };
}

async function choicesOf(db: Queryable, viewer: Viewer): Promise<SearchPage["choices"]> {
  const municipality = viewer.municipality.id;
  const centers = db
    .select({ id: center.id, name: center.name })
    .from(center)
    .where(eq(center.municipalityId, municipality))
    .orderBy(asc(center.kind), asc(center.name));
  const sources = db
    .selectDistinct({ id: source.id, title: source.title })
    .from(source)
    .innerJoin(sourceVersion, eq(sourceVersion.sourceId, source.id))
    .where(and(eq(source.municipalityId, municipality), isNotNull(sourceVersion.acceptedAt)))
    .orderBy(asc(source.title));
  // From the first to the last: reading each response's own year takes longer than the search.
  const years = db.execute<{ year: number }>(sql`
    select generate_series(extract(year from max(last) at time zone 'Europe/Copenhagen')::int,
      extract(year from min(first) at time zone 'Europe/Copenhagen')::int, -1) as year
    from (
      select min(r.started_at), max(r.started_at) from response r where r.municipality_id = ${municipality}
      union all
      select min(v.created_at), max(v.created_at) from source_version v join source s on s.id = v.source_id
      where s.municipality_id = ${municipality}
    ) span(first, last)`);
  return { centers: await centers, sources: await sources, years: (await years).map(({ year }) => year) };
}
