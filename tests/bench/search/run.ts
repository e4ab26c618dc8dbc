// `npm run bench:search [-- --rows=1000000]`: how long the first page of a search takes. Prints tables, asserts nothing.
import { createHash } from "node:crypto";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { connect } from "../../../db/client";
import { type MunicipalityId, newId, type UserId } from "../../../db/ids";
import { migrate } from "../../../db/migrate";
import type { Viewer } from "../../../server/identity/viewer";
import { createJobs } from "../../../server/jobs";
import { createLog } from "../../../server/log";
import { createSearch } from "../../../server/search";
import type { Asked } from "../../../server/search/shapes";
import { addressOf, command, temporaryCluster } from "../../world/cluster";
import { fill } from "./fill";

const TIMES = 40;
const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const rows = Number(values.rows);

/** As `pg_temp.id` in fill.ts makes them. */
const idOf = (kind: string, n: number) =>
  createHash("md5")
    .update(`${kind}${n}`)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

const QUERIES: Record<string, Asked> = {
  "a common word": { query: "kommunen" },
  "a rare word": { query: "snapsglasklausulen" },
  "two common words": { query: "kommunen samarbejde" },
  "a common and a rare word": { query: "kommunen snapsglasklausulen" },
  "three words": { query: "borgeren sundhedsplan aftalen" },
  "a phrase": { query: '"Snapsglasklausulen gælder"' },
  "a common phrase": { query: '"kommunen borgeren"' },
  "a beginning": { query: "sundhedsaft" },
  "two letters": { query: "su" },
  "a typing error": { query: "genoptrænigsplan" },
  "two typing errors": { query: "kommunne borgren" },
  "seven words, no text with all": { query: "kommunen borgeren samarbejde indsats forslaget patient ansvar" },
  "a common word, year and center": { query: "kommunen", year: "2020", center: idOf("center", 4) },
  "a common word, one source": { query: "kommunen", source: idOf("source", 3) },
  "nothing found": { query: "zyxwvut" },
};

const cluster = await temporaryCluster();
try {
  await measure(await filled());
} finally {
  await cluster.end();
}

async function filled() {
  const locale = "locale_provider icu icu_locale 'da-DK' locale 'C' encoding 'UTF8' template template0";
  await command(cluster.url, `create database bench ${locale}`);
  const url = addressOf(cluster.url, "bench");
  await migrate(url, { after: createJobs({ databaseUrl: url, log: createLog("error") }).migrate });
  const { db, sql } = connect(url, { max: 3 });
  const here = newId<MunicipalityId>();
  const begun = performance.now();
  await fill(sql, rows, [here, newId()]);
  console.log(`${rows} paragraphs filled in ${Math.round((performance.now() - begun) / 1000)} s`);
  return { db, sql, here };
}

async function measure({ db, sql, here }: Awaited<ReturnType<typeof filled>>): Promise<void> {
  const search = createSearch({ db });
  const municipality = { id: here, name: "Her", isDemo: false };
  const roles = [{ role: "reader" as const, center: null }];
  const viewer: Viewer = { id: newId<UserId>(), sessionId: "", name: "", email: "", title: "", municipality, roles };
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const table: Record<string, object> = {};
  for (const [name, asked] of Object.entries(QUERIES)) table[name] = await timed(() => search.search(viewer, asked));
  console.table(table);
  console.table(
    await sql`select relname as name, pg_size_pretty(pg_relation_size(c.oid)) as size from pg_class c
      where relname in ('paragraph', 'search_entry', 'search_entry_terms', 'search_entry_holder_part_pk', 'search_word', 'search_word_near', 'search_word_beginning')`,
  );
  await sql.end();
}

async function timed(run: () => Promise<{ total: number; hits: { way: string }[] }>) {
  const begun = performance.now();
  const { total, hits } = await run();
  const first = performance.now() - begun;
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return {
    "first ms": Math.round(first),
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    hits: total,
    best: hits[0]?.way ?? "–",
  };
}
