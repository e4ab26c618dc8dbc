/**
 * `npm run bench:coverage`: the coverage of a hearing of 400 clauses and 12 centers among 12 such hearings, in a real
 * Chromium: how long until it is there, what comes over the line, and how long a link that another person sets takes to be
 * seen. Wants a build; prints tables, asserts nothing.
 */
import { cpus, loadavg } from "node:os";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../../server/demo/people";
import { findChromium } from "../../chromium.mjs";
import { startApp } from "../../world/app-process";
import { temporaryCluster } from "../../world/cluster";
import { type Filled, fill } from "./fill";
import { watchCoverage } from "./watch";

const RUNS = Number(process.env["RUNS"] ?? 5);
const OWN_CENTER = "Socialservice";

const loadBefore = load();
const cluster = await temporaryCluster();
const app = await startApp({ DATABASE_URL: cluster.url });
const browser = await chromium.launch({ executablePath: (await findChromium()) || undefined, args: ["--no-sandbox"] });
try {
  await measure(browser, await fill(cluster.url));
} finally {
  await browser.close();
  await app.stop();
  await cluster.end();
}

async function measure(browser: Browser, filled: Filled): Promise<void> {
  const context = await signedIn(browser, "tovholder");
  const rows = {
    ...(await answers(context, filled)),
    ...(await openings(context, filled)),
    ...(await tabs(context, filled)),
    ...(await live(browser, context, filled)),
  };
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
  console.log(`${machine}, Chromium ${browser.version()}, Node ${process.version}`);
  console.log(`load average ${loadBefore} before, ${load()} after`);
  console.table(rows);
}

function load(): string {
  return loadavg().map((one) => one.toFixed(1)).join(" "); // biome-ignore format: one line
}

async function signedIn(browser: Browser, who: DemoPerson): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1440, height: 900 } });
  const form = { email: addressOf(who), password: DEMO_PASSWORD };
  await context.request.post("/log-ind", { form, headers: { origin: app.url } });
  // esbuild names functions by a call that the page does not know.
  await context.addInitScript(`{ const __name = (named) => named; (${watchCoverage})(); }`);
  return context;
}

/** The server alone: the page's loader, the page, the file, and what a page that stands open asks every second. */
async function answers({ request }: BrowserContext, { consultationId }: Filled) {
  const page = `/hoeringer/${consultationId}/daekning`;
  const loader = `${page}.data?_routes=${encodeURIComponent("routes/_app.hoeringer.$id.daekning")}`;
  const { stamp } = await (await request.get(`${page}/nyt`)).json();
  const found: Record<string, ReturnType<typeof summary>> = {};
  for (const [name, address] of Object.entries({
    "loader alone": loader,
    "whole page": page,
    CSV: `${page}.csv`,
    "asked again, nothing new": `${page}/nyt?siden=${encodeURIComponent(stamp)}`,
  })) {
    const times: number[] = [];
    let bytes = 0;
    for (let run = 0; run <= RUNS; run += 1) {
      const start = performance.now();
      bytes = (await (await request.get(address)).body()).byteLength;
      // The first makes the process warm.
      if (run > 0) times.push(performance.now() - start);
    }
    found[`${name} (${Math.round(bytes / 1000)} kB): request → all of it`] = summary(times);
  }
  return found;
}

async function openings(context: BrowserContext, { consultationId }: Filled) {
  const [first, grid, ready]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await context.newPage();
    await page.goto(`/hoeringer/${consultationId}/daekning`);
    await page.waitForFunction(() => window.watched.readyAt > 0);
    const [answered, painted, taken] = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return [entry?.responseStart ?? 0, window.watched.gridAt, window.watched.readyAt] as const;
    });
    first.push(answered);
    grid.push(painted - answered);
    ready.push(taken - answered);
    await page.close();
  }
  return {
    "opened: navigation → server's answer begins": summary(first),
    "opened: answer → first paint of the grid": summary(grid),
    "opened: answer → takes keys": summary(ready),
  };
}

/** From another of the hearing's pages, by its tab. */
async function tabs(context: BrowserContext, { consultationId }: Filled) {
  const [whole, painted]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await context.newPage();
    await page.goto(`/hoeringer/${consultationId}`, { waitUntil: "networkidle" });
    const from = await page.evaluate(() => {
      window.watched.again();
      return performance.now();
    });
    await page.getByRole("link", { name: "Dækning" }).click();
    await page.waitForFunction(() => window.watched.gridAt > 0);
    const [at, answered] = await page.evaluate(() => {
      const data = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const answer = data.filter(({ name }) => name.includes("daekning.data")).at(-1);
      return [window.watched.gridAt, answer?.responseEnd ?? 0] as const;
    });
    whole.push(at - from);
    painted.push(at - answered);
    await page.close();
  }
  return {
    "by its tab: click → first paint of the grid": summary(whole),
    "by its tab: answer → first paint": summary(painted),
  };
}

/** A person links a paragraph by keyboard, and another looks at the grid. */
async function live(browser: Browser, context: BrowserContext, { consultationId, responseId, open }: Filled) {
  const looking = await context.newPage();
  await looking.goto(`/hoeringer/${consultationId}/daekning`);
  await looking.waitForFunction(() => window.watched.readyAt > 0);
  const writing = await (await signedIn(browser, "bidragyder.social")).newPage();
  await writing.goto(`/svar/${responseId}`);
  const text = writing.getByRole("textbox", { name: "Tekst", exact: true });
  await text.getByText(/^Bemærkning 3\./).click();
  const times: number[] = [];
  for (const { number, clauseId } of open.slice(0, RUNS)) {
    await looking.evaluate(([row, center]) => window.watched.waitFor(row, center), [clauseId, OWN_CENTER] as const);
    await writing.waitForTimeout(1500 + Math.random() * 1000);
    const pressed = await linked(writing, number);
    times.push((await seen(looking)) - pressed);
  }
  await context.close();
  return { "a link is set → its cell is painted on another's page": summary(times) };
}

async function linked(page: Page, name: string): Promise<number> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name);
  await page
    .getByRole("option", { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  return page.evaluate(() => window.watched.pressedAt);
}

async function seen(page: Page): Promise<number> {
  await page.waitForFunction(() => window.watched.answeredAt > 0);
  return page.evaluate(() => window.watched.answeredAt);
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { n: sorted.length, "p50 ms": at(0.5), "max ms": at(1) };
}
