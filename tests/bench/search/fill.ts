import type { Sql } from "postgres";

/** Parts that invented Danish words are put together of. The first ones are used most. */
const SMALL = "og i at der det en af til på med for som er den ikke kan skal vi de har et om ved eller bør".split(" ");
const COMMON =
  "kommunen borgeren samarbejde indsats bemærker hospitalet forslaget ældre patient ansvar opgave aftalen støtte behov viden".split(
    " ",
  );
const FIRST =
  "sundheds genoptrænings udskrivnings social rehabiliterings børne trivsels bolig beskæftigelses familie hjemmepleje demens rusmiddel kost bevægelses netværks krise sårbarheds overgangs forebyggelses".split(
    " ",
  );
const SECOND =
  "aftale plan indsats tilbud forløb konference koordinator vejledning team samtale udvalg ordning kontrakt måling behandling møde politik beredskab gruppe pulje".split(
    " ",
  );
const ENDINGS = ["", "n", "r", "rne", "s"];

/** About 35,000 words, the common ones first, as a language has them. */
export function vocabulary(): string[] {
  const pairs = FIRST.flatMap((first) => SECOND.map((second) => `${first}${second}`));
  const triples = FIRST.flatMap((first) =>
    FIRST.slice(0, 8).flatMap((middle) => SECOND.map((last) => `${first}${middle}${last}`)),
  );
  const compounds = [...pairs, ...triples].flatMap((word) => ENDINGS.map((ending) => `${word}${ending}`));
  return [...SMALL, ...COMMON, ...FIRST, ...SECOND, ...compounds];
}

const SENTENCES = 50_000;
const PER_RESPONSE = 50;
const YEARS = 12;

/** Paragraphs of responses of twelve years; of five, one is a neighbouring municipality's. Without triggers, then rebuilt. */
export async function fill(sql: Sql, rows: number, municipalities: readonly [string, string]): Promise<void> {
  await sql.reserve().then(async (own) => {
    await own`set session_replication_role = replica`;
    await own`set maintenance_work_mem = '256MB'`;
    await own`select setseed(0.5)`;
    await ground(own, Math.ceil(rows / PER_RESPONSE), municipalities);
    await own`create temporary table words as select n::int, word from unnest(${vocabulary()}::text[]) with ordinality u(word, n)`;
    await own`create unique index on words (n)`;
    // A power of chance: word n is about as frequent as 1/n, as in any language.
    await own`create temporary table sentences as select s as n, string_agg(w.word, ' ' order by p) as text from (
        select s, p, 1 + floor(power((select count(*) from words), random()))::int - 1 as n
        from generate_series(1, ${SENTENCES}) s, generate_series(1, 8) p) drawn join words w using (n) group by s`;
    await own`create unique index on sentences (n)`;
    await paragraphs(own, rows);
    await own`drop index search_entry_terms, search_word_near`;
    await own`select search_rebuild()`;
    await own`create index search_entry_terms on search_entry using gin (terms) with (fastupdate = false)`;
    await own`create index search_word_near on search_word using gin (translate(word, 'æøå', '012') gin_trgm_ops) with (fastupdate = false)`;
    await own.unsafe("vacuum analyze");
    own.release();
  });
}

/** Everything a paragraph hangs on, by number: twenty sources of 50 clauses, ten centers, a hearing for each response. */
async function ground(own: Sql, responses: number, [here, there]: readonly [string, string]): Promise<void> {
  await own`create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as
    $$ select md5(kind || n)::uuid $$`;
  await own`create temporary table responses as select n::int, case when n % 5 = 0 then ${there}::uuid else ${here}::uuid end as municipality,
    timestamptz '2026-06-01' - make_interval(days => (${365 * YEARS} * (1 - n::float / ${responses}))::int) as at
    from generate_series(1, ${responses}::int) n`;
  await own`insert into municipality (id, name, cvr) values (${here}, 'Her', '1'), (${there}, 'Der', '2')`;
  await own`insert into center (id, municipality_id, name, short_name, kind)
    select pg_temp.id('center', n), ${here}, 'Center ' || n, 'C' || n, 'center' from generate_series(1, 10) n`;
  await own`insert into source (id, municipality_id, title, kind, publisher, created_by, created_at)
    select pg_temp.id('source', n), ${here}, 'Aftale ' || n, 'agreement', 'Regionen', pg_temp.id('person', 1), timestamptz '2015-01-01'
    from generate_series(1, 20) n`;
  await own`insert into source_version (id, source_id, number, label, file_name, original, original_sha256, proposal, proposal_history,
      accepted_at, created_by, created_at)
    select pg_temp.id('version', n), pg_temp.id('source', n), 1, 'endelig', 'a.md', '', '', '{}', '[]', now(), pg_temp.id('person', 1), timestamptz '2015-01-01'
    from generate_series(1, 20) n`;
  await own`insert into clause (id, version_id, position, depth, kind, number, heading, text, content_hash)
    select pg_temp.id('clause', n), pg_temp.id('version', 1 + n % 20), n, 0, 'clause', (n % 50)::text, 'Udskrivning ' || n, 'Kommunen og hospitalet aftaler indsatsen.', ''
    from generate_series(1, 1000) n`;
  await own`insert into consultation (id, municipality_id, kind, title, sender, version_id, deadline, case_number, kle, user_key, coordinator_id, created_at)
    select pg_temp.id('hearing', n), municipality, 'hearing', 'Høring ' || n, 'Regionen', pg_temp.id('version', 1 + n % 20), at::date, '', '29.30.08', 'HS-' || n, pg_temp.id('person', 1), at
    from responses`;
  await own`insert into document (id, municipality_id, schema_version, state, head_seq) select pg_temp.id('document', n), municipality, 1, 'active', 1 from responses`;
  await own`insert into response (id, municipality_id, consultation_id, document_id, title, started_by, started_at)
    select pg_temp.id('response', n), municipality, pg_temp.id('hearing', n), pg_temp.id('document', n), 'Høring ' || n, pg_temp.id('person', 1), at from responses`;
}

/** Four sentences each; every other paragraph is linked. Each 1,000th has the rare word. */
async function paragraphs(own: Sql, rows: number): Promise<void> {
  await own`insert into paragraph (document_id, block_id, position, kind, text, heading)
    select pg_temp.id('document', 1 + (drawn.n - 1) / ${PER_RESPONSE}::int), 'b' || drawn.n, drawn.n % ${PER_RESPONSE}::int, 'paragraph',
      concat_ws('. ', a.text, b.text, c.text, d.text) || case when drawn.n % 1000 = 100 then ' Snapsglasklausulen gælder.' else '.' end, 'Generelt'
    from (select n, 1 + floor(random() * ${SENTENCES})::int s1, 1 + floor(random() * ${SENTENCES})::int s2,
        1 + floor(random() * ${SENTENCES})::int s3, 1 + floor(random() * ${SENTENCES})::int s4 from generate_series(1, ${rows}::int) n) drawn
      join sentences a on a.n = s1 join sentences b on b.n = s2 join sentences c on c.n = s3 join sentences d on d.n = s4`;
  await own`insert into paragraph_link (document_id, block_id, target_kind, target_id, center_id)
    select pg_temp.id('document', 1 + (n - 1) / ${PER_RESPONSE}::int), 'b' || n, 'clause', pg_temp.id('clause', 1 + n % 1000), pg_temp.id('center', 1 + n % 10)
    from generate_series(1, ${rows}::int, 2) n`;
}
