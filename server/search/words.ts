import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import { all, any, lexeme, misspellings, type Query } from "./rules";
import type { Way } from "./shapes";

/** What was asked as tsqueries; "" where only words are left that every text has ("og", "i"). */
type Asked = { words: { word: string; query: string }[]; phrases: string[] };

/** Each word of a query can become that many others, shared out among its words. */
const BEGINNINGS = 48;
const NEAR = 24;
const FEW = 6;
const SHORT = 8;
/** With more words than this somebody has pasted a text: its inflections are enough. */
const MAX_WIDENED = 6;

/** The query as PostgreSQL reads it in Danish. */
export async function stemmed(db: Queryable, { words, phrases }: Query): Promise<Asked> {
  const rows = await db.execute<{ words: string[]; phrases: string[] }>(sql`
    select array(select plainto_tsquery('danish', w)::text from unnest(${sql.param(words)}::text[]) with ordinality u(w, n) order by n) words,
      array(select phraseto_tsquery('danish', search_plain(p))::text from unnest(${sql.param(phrases)}::text[]) with ordinality u(p, n) order by n) phrases`);
  const read = rows[0] ?? { words: [], phrases: [] };
  const told = words.map((word, index) => ({ word, query: read.words[index] ?? "" }));
  return { words: told.filter(({ query }) => query !== ""), phrases: read.phrases.filter((query) => query !== "") };
}

/** The query that finds no more than the words themselves and their inflections. */
export function narrow({ words, phrases }: Asked): string {
  return all([...words.map(({ query }) => query), ...phrases]);
}

/**
 * One widening: `taken` finds what no earlier step has found, `query` holds the words to mark, and hits are ordered by
 * the words in `closest`, the closest first.
 */
export type Step = { way: Way; taken: string; query: string; closest: string[] };

type Other = { asked: string; stem: string };

/**
 * The queries that find more: words that begin as those asked, then also words that are nearly them. Both are looked up
 * among the words the municipality has ever written (a hundred thousand or so), never in the texts: trigrams of a million
 * paragraphs take seconds. A word found within another ("behandling" in "misbrugsbehandling") is near too.
 * Of each the closest few are a step of their own: where texts are many, they are enough, and each word costs time.
 */
export async function* widened(db: Queryable, municipality: MunicipalityId, asked: Asked): AsyncGenerator<Step> {
  const words = asked.words.map(({ word }) => word).filter((word) => word.length > 1 && !/[0-9]/.test(word));
  if (words.length === 0 || asked.words.length > MAX_WIDENED) return;
  let known = narrow(asked);
  let others: readonly Other[] = [];
  for (const [way, look] of LOOKS) {
    const found = (await look(db, municipality, words)).filter((other) => !isAsked(asked, other));
    for (const more of [found.slice(0, FEW), found.slice(FEW)]) {
      if (more.length === 0) continue;
      others = [...others, ...more];
      const query = withOthers(asked, others);
      const closest = [...new Set(more.map(({ stem }) => lexeme(stem)))];
      // Of one word only what is new has to be read; what earlier steps have found is left out.
      const isOneWord = asked.words.length + asked.phrases.length === 1;
      yield { way, query, closest, taken: `(${isOneWord ? any(closest) : query}) & !(${known})` };
      known = query;
    }
  }
}

function isAsked({ words }: Asked, { asked, stem }: Other): boolean {
  return words.some(({ word, query }) => word === asked && query === lexeme(stem));
}

function withOthers({ words, phrases }: Asked, others: readonly Other[]): string {
  const wider = words.map(({ word, query }) =>
    any([query, ...others.filter(({ asked }) => asked === word).map(({ stem }) => lexeme(stem))]),
  );
  return all([...wider, ...phrases]);
}

type Look = (db: Queryable, municipality: MunicipalityId, words: readonly string[]) => Promise<Other[]>;

const LOOKS: readonly [Way, Look][] = [
  ["beginning", longerWords],
  ["near", nearWords],
];

async function longerWords(db: Queryable, municipality: MunicipalityId, words: readonly string[]): Promise<Other[]> {
  return db.execute<Other>(sql`
    select asked.word as asked, stem from unnest(${sql.param([...words])}::text[]) asked(word) cross join lateral (
        select known.word from search_word known
        where known.municipality_id = ${municipality} and known.word ~>=~ asked.word and known.word ~<~ (asked.word || chr(1114111))
        order by length(known.word), known.word limit ${Math.ceil(BEGINNINGS / words.length)}) longer
      cross join lateral unnest(ts_lexize('danish_stem', longer.word)) stem
    group by asked, stem order by min(length(longer.word)), stem`);
}

/** By the letters in common, of the whole word. */
async function nearWords(db: Queryable, municipality: MunicipalityId, words: readonly string[]): Promise<Other[]> {
  const typed = words.flatMap((word) => misspellings(word).map((other) => ({ word, other })));
  // One letter wrong in a word of seven leaves less than half of its trigrams; of longer words more is asked.
  const least = words.some((word) => word.length <= SHORT) ? "0.45" : "0.6";
  await db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${least}, true)`);
  const plainly = (word: SQL) => sql`translate(${word}, 'æøå', '012')`;
  const [asked, known] = [plainly(sql`asked.word`), plainly(sql`known.word`)];
  return db.execute<Other>(sql`
    with near(asked, word) as (
      select asked.word, k.word from unnest(${sql.param([...words])}::text[]) asked(word) cross join lateral (
        select known.word from search_word known
        where ${known} %> ${asked} and known.municipality_id = ${municipality}
          and (length(asked.word) <= ${SHORT} or word_similarity(${asked}, ${known}) > 0.6)
        order by similarity(${asked}, ${known}) desc, known.word limit ${Math.ceil(NEAR / words.length)}) k
      where length(asked.word) > 2
      union all
      select typed.word, known.word
      from unnest(${sql.param(typed.map(({ word }) => word))}::text[], ${sql.param(typed.map(({ other }) => other))}::text[]) typed(word, other)
      join search_word known on known.municipality_id = ${municipality} and known.word = typed.other
    )
    select asked, stem from near cross join lateral unnest(ts_lexize('danish_stem', word)) stem
    group by asked, stem order by max(similarity(${plainly(sql`asked`)}, ${plainly(sql`word`)})) desc, stem`);
}
