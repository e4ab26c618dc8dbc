/**
 * `npm run bench:pages`: 29 municipalities with ten years of hearings, and what each list, board and page of the fullest one
 * takes: one request at a time over loopback, from the request to its last byte. Wants a build; prints a table, asserts
 * nothing. `SCALE=0.1` fills a tenth, `ONLY=daekning` measures some pages, `REQUESTS=20` asks less often. `KEEP=1` fills and
 * waits for Ctrl-C: `AT=postgres://…` then measures what is there, one build after the other.
 */
import { cpus, loadavg } from "node:os";
import { connect } from "../../../db/client";
import { migrate } from "../../../db/migrate";
import { createJobs } from "../../../server/jobs";
import { createLog } from "../../../server/log";
import { startApp } from "../../world/app-process";
import { addressOf, command, temporaryCluster } from "../../world/cluster";
import { cpuOf } from "../sync/figures";
import { fill } from "./fill";
import { type Measured, pagesOf } from "./measured";
import { countedLine } from "./statements";
import { PASSWORD, PEOPLE } from "./towns";

const SCALE = Number(process.env["SCALE"] ?? 1);
const REQUESTS = Number(process.env["REQUESTS"] ?? 100);
const ONLY = process.env["ONLY"] ?? "";
const WARM = 5;
const GOAL = { ms: 50, kb: 100 };

const AT = process.env["AT"];
if (AT) await measure(AT);
else await inOwnCluster();

async function inOwnCluster(): Promise<void> {
  const cluster = await temporaryCluster();
  try {
    const url = await filled(cluster);
    if (process.env["KEEP"] === undefined) return await measure(url);
    console.log(`AT=${url}`);
    // A promise alone keeps no process alive.
    const waiting = setInterval(() => {}, 1_000_000);
    await new Promise((resolve) => process.once("SIGINT", resolve));
    clearInterval(waiting);
  } finally {
    await cluster.end();
  }
}

/** A database with the world in it, and beside it the pages that are measured. */
async function filled(cluster: Awaited<ReturnType<typeof temporaryCluster>>): Promise<string> {
  const locale = "locale_provider icu icu_locale 'da-DK' locale 'C' encoding 'UTF8' template template0";
  await command(cluster.url, `create database bench ${locale}`);
  const url = addressOf(cluster.url, "bench");
  await migrate(url, { after: createJobs({ databaseUrl: url, log: createLog("error") }).migrate });
  const { sql } = connect(url, { max: 2 });
  const begun = performance.now();
  const pages = pagesOf(await fill(sql, SCALE));
  await sql`create table bench_page as select row_number() over () as n, page.* from
    json_to_recordset(${JSON.stringify(pages)}::text::json) as page(name text, path text, who text)`;
  const [there] = await sql`select (select count(*)::int from consultation) hearings,
    (select count(*)::int from paragraph) paragraphs, (select count(*)::int from paragraph_link) links,
    (select count(*)::int from audit_entry) audit, pg_size_pretty(pg_database_size('bench')) size`;
  console.log(`filled in ${Math.round((performance.now() - begun) / 1000)} s:`, there);
  await sql.end();
  return url;
}

async function measure(url: string): Promise<void> {
  const { sql } = connect(url, { max: 1 });
  const all = await sql<Measured[]>`select name, path, who from bench_page order by n`;
  await sql.end();
  const pages = all.filter(({ name }) => name.includes(ONLY));
  const before = load();
  const times = await asked(url, pages, REQUESTS);
  const line = await countedLine(url);
  const counted = await asked(line.url, pages, 1, line.count);
  line.close();
  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`);
  console.log(`load average ${before} before, ${load()} after`);
  const table = pages.map(({ name }, index) => {
    const { status, ms, kb, cpu } = times[index] ?? { status: 0, ms: [], kb: 0, cpu: 0 };
    const [p50, p95] = [at(ms, 0.5), at(ms, 0.95)];
    const met = status === 200 && p95 <= GOAL.ms && kb <= GOAL.kb;
    return [
      name,
      { p50, p95, cpu, kB: kb, statements: counted[index]?.statements, met: met ? "yes" : `no (${status})` },
    ];
  });
  console.table(Object.fromEntries(table));
}

/** `cpu`: what the app's process has worked for one request, whatever else the machine does. */
type Asked = { status: number; ms: number[]; cpu: number; kb: number; statements: number };

/** Each page so many times, one at a time, in an app of its own, after some that make it warm. */
async function asked(databaseUrl: string, pages: readonly Measured[], times: number, statements = () => 0) {
  const app = await startApp({ DATABASE_URL: databaseUrl });
  try {
    const cookies = new Map<Measured["who"], string>();
    for (const who of new Set(pages.map((page) => page.who))) cookies.set(who, await signedIn(app.url, who));
    const found: Asked[] = [];
    for (const { path, who } of pages) {
      const get = () => got(`${app.url}${path}`, cookies.get(who) ?? "");
      for (let run = 0; run < WARM; run += 1) await get();
      const from = { statements: statements(), cpu: await workOf(app.pid()) };
      const all = [];
      for (let run = 0; run < times; run += 1) all.push(await get());
      const [{ status, bytes } = { status: 0, bytes: 0 }] = all;
      const kb = Math.round(bytes / 100) / 10;
      const cpu = Math.round(((await workOf(app.pid())) - from.cpu) / times);
      found.push({
        status,
        kb,
        cpu,
        ms: all.map(({ ms }) => ms),
        statements: (statements() - from.statements) / times,
      });
    }
    return found;
  } finally {
    await app.stop();
  }
}

async function workOf(pid: number): Promise<number> {
  const { user, system } = (await cpuOf(pid)) ?? { user: 0, system: 0 };
  return (user + system) / 1000;
}

async function signedIn(url: string, who: Measured["who"]): Promise<string> {
  const body = new URLSearchParams({ email: PEOPLE[who], password: PASSWORD });
  const answer = await fetch(`${url}/log-ind`, { method: "POST", body, headers: { origin: url }, redirect: "manual" });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function got(address: string, cookie: string) {
  const from = performance.now();
  const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const bytes = (await answer.arrayBuffer()).byteLength;
  return { status: answer.status, bytes, ms: performance.now() - from };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10;
}

function load(): string {
  return loadavg().map((one) => one.toFixed(1)).join(" "); // biome-ignore format: one line
}
