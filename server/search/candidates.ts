import { sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import { type HitKind, WAYS, type Way } from "./shapes";
import type { Step } from "./words";

export type Candidate = { holder: string; part: string; kind: HitKind; at: Date; way: Way; query: string };

/** So many are ranked, and so ten pages of twenty are the most that is shown. */
const MAX_HITS = 200;
/** Between quotes every text that has the words must be read to see whether they stand so. */
const MAX_EXACT = 60;

export function mostHits({ phrases }: { phrases: readonly string[] }): number {
  return phrases.length > 0 ? MAX_EXACT : MAX_HITS;
}

/**
 * With so many words few texts have them all, and those are found by the words alone: the index would go through every
 * text of the older years to see that none has them (1,000,000 texts, seven common words: 250 ms).
 */
const MANY_WORDS = 4;
/** More than these have them after all: then the newest years hold enough, and are asked for by themselves. */
const MAX_OF_MANY = 4000;

type Place = { municipality: MunicipalityId; scopes: string[][]; phrases: readonly string[]; words: number };

/**
 * The best hits: by way, then by rank, then the newest. Ranking reads every hit's words, and "kommunen" has 300,000; so of
 * each step and group at most 200 are taken, of the newest years that have them, and only those are ranked. Within
 * a year that has more than enough, which of them are taken is the order they lie in. [Q4]
 */
export async function candidates(
  tx: Transaction,
  place: Place,
  stem: string,
  steps: AsyncIterable<Step>,
): Promise<Candidate[]> {
  const most = mostHits(place);
  const found = await ranked(tx, place, { way: "stem", taken: stem, query: stem, closest: [] });
  if (found.length >= most) return found;
  for await (const step of steps) {
    found.push(...(await ranked(tx, place, step)));
    if (found.length >= most) break;
  }
  const inOrder = WAYS.flatMap((way) => found.filter((hit) => hit.way === way));
  return inOrder.slice(0, most);
}

/** Only the index of terms answers this in time, and the planner, which cannot see a scope's rows, may think otherwise. */
export async function preferIndex(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local enable_seqscan = off`);
}

async function ranked(tx: Transaction, place: Place, step: Step): Promise<Candidate[]> {
  const { way, query, closest } = step;
  if (place.scopes.length === 0) return [];
  const few = place.words >= MANY_WORDS ? await fewWith(tx, place, step.taken) : null;
  const groups = place.scopes.map((scopes) => taken(place, scopes, few ? null : step.taken));
  const nearest = sql`(select min(n) from unnest(${sql.param(closest)}::text[]) with ordinality near(word, n)
    where terms @@ near.word::tsquery)`;
  const rows = await tx.execute<Omit<Candidate, "way" | "query">>(sql`
    ${few ? sql`with found as materialized (select * from search_entry where ctid = any(${sql.param(few)}::tid[]))` : sql``}
    select holder, part, kind, at from (${sql.join(groups, sql` union all `)}) hit
    order by ${nearest}, ts_rank_cd(terms, ${query}::tsquery) desc, at desc, holder, part
    limit ${mostHits(place)}`);
  return rows.map((row) => ({ ...row, way, query }));
}

/** Where the rows are that have all the words; at this transaction's one moment. Null when they are not few. */
async function fewWith(tx: Transaction, { municipality }: Place, query: string): Promise<string[] | null> {
  const rows = await tx.execute<{ place: string }>(sql`
    select ctid::text as place from search_entry
    where terms @@ ${query}::tsquery and municipality_id = ${municipality} limit ${MAX_OF_MANY}`);
  return rows.length < MAX_OF_MANY ? rows.map(({ place }) => place) : null;
}

/** Of a group's scopes so many; by the index, or, without a query, of the texts that were found by their words. */
function taken({ municipality, phrases }: Place, scopes: readonly string[], query: string | null) {
  const most = mostHits({ phrases });
  const exactly = phrases.map((phrase) => sql` and strpos(search_wording(e.holder, e.part, e.kind), ${phrase}) > 0`);
  return sql`(select hit.* from unnest(${sql.param([...scopes])}::text[]) place(scope) cross join lateral (
    select e.* from ${query === null ? sql`found` : sql`search_entry`} e
    where e.terms @@ ${query === null ? sql`place.scope::tsquery` : sql`(${query}::tsquery && place.scope::tsquery)`}
      and e.municipality_id = ${municipality}${sql.join(exactly)}
    limit ${most}) hit limit ${most})`;
}
