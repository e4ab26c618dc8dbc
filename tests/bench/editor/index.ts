/**
 * `npm run bench:editor`: a text of 30,000 words whose log has 100,000 updates, in a real Chromium: how long until it is
 * there, and how long a key takes while twenty others write. Wants a build; prints a table, asserts nothing.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpus, loadavg } from "node:os";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { encode } from "../../../app/document-model/wire";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../../server/demo/people";
import { findChromium } from "../../chromium.mjs";
import { seeded } from "../../sync/random";
import { startApp } from "../../world/app-process";
import { temporaryCluster } from "../../world/cluster";
import { claim } from "./claim";
import { type LongDocument, plantLongDocument } from "./long-document";
import { watchPage } from "./watch";
import type { Order, Said } from "./writers";

const OPENINGS = Number(process.env["OPENINGS"] ?? 6);
const KEYS = Number(process.env["KEYS"] ?? 200);
const WRITERS = 20;
const PER_SECOND = 3;
/** So many of them write close to the caret, the others all over the text. */
const NEAR = 5;

const loadBefore = load();
const cluster = await temporaryCluster();
const app = await startApp({ DATABASE_URL: cluster.url });
const browser = await chromium.launch({ executablePath: (await findChromium()) || undefined, args: ["--no-sandbox"] });
try {
  await measure(browser, await plantLongDocument(cluster.url));
} finally {
  await browser.close();
  await app.stop();
  await cluster.end();
}

async function measure(browser: Browser, text: LongDocument): Promise<void> {
  console.log(text.facts);
  const rows = { ...(await openings(browser, text)), ...(await typing(browser, text)) };
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
  await context.addInitScript(`{ const __name = (named) => named; (${watchPage})(); }`);
  return context;
}

async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Each on a server that has just started: nothing of the document is in memory anywhere. */
async function openings(browser: Browser, { responseId, documentId }: LongDocument) {
  const server: number[] = [];
  const times = {
    empty: { words: [] as number[], text: [] as number[], ready: [] as number[] },
    warm: { words: [] as number[], text: [] as number[], ready: [] as number[] },
  };
  let context = await signedIn(browser, "bidragyder.social");
  await (await opened(context, responseId)).close();
  for (let round = 0; round < OPENINGS * 2; round += 1) {
    await app.restart();
    if (round % 2 === 0) {
      server.push(await coldLoad(documentId, await cookieOf(context)));
      await app.restart();
    }
    const cache = round % 2 === 0 ? "empty" : "warm";
    if (cache === "empty") {
      await context.close();
      context = await signedIn(browser, "bidragyder.social");
    }
    const page = await opened(context, responseId);
    const { wordsAt, textAt, readyAt } = await page.evaluate(() => window.noted);
    times[cache].words.push(wordsAt);
    times[cache].text.push(textAt);
    times[cache].ready.push(readyAt);
    await page.close();
  }
  await context.close();
  return {
    "cold server: step 1 → the whole text": summary(server),
    "cold server, empty cache: navigation → the first of the text painted": summary(times.empty.words),
    "cold server, empty cache: navigation → all of it painted": summary(times.empty.text),
    "cold server, empty cache: navigation → ready to type": summary(times.empty.ready),
    "cold server, cached: navigation → the first of the text painted": summary(times.warm.words),
    "cold server, cached: navigation → all of it painted": summary(times.warm.text),
    "cold server, cached: navigation → ready to type": summary(times.warm.ready),
  };
}

/** From the socket's opening until the text is here, as a page would ask for it. */
async function coldLoad(documentId: string, cookie: string): Promise<number> {
  // The first request makes the process warm; what is measured is the document.
  await fetch(`${app.url}/hoeringer`, { headers: { cookie } });
  const headers = { cookie, origin: app.url };
  const { query } = await claim(app.url, documentId, cookie);
  const start = performance.now();
  const ws = new WebSocket(`${app.url.replace("http", "ws")}/sync/${documentId}${query}`, { headers });
  ws.on("open", () => ws.send(encode({ type: "step1", stateVector: Y.encodeStateVector(new Y.Doc()) })));
  const time = await new Promise<number>((resolve, reject) => {
    ws.on("message", (data: Buffer) => data[0] === 0 && data[1] === 1 && resolve(performance.now() - start));
    ws.on("close", (code) => reject(new Error(`Expected the text; the socket closed with ${code}.`)));
  });
  ws.terminate();
  return time;
}

async function opened(context: BrowserContext, responseId: string): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.log(`The page complained: ${error}`));
  await page.goto(`/svar/${responseId}`);
  await page.waitForFunction(() => window.noted.readyAt > 0);
  return page;
}

async function typing(browser: Browser, text: LongDocument) {
  const context = await signedIn(browser, "tovholder");
  const page = await opened(context, text.responseId);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable");
  const middle = Math.floor(text.blockIds.length / 2);
  await page.locator(`[data-block-id="${text.blockIds[middle]}"]`).click();
  const alone = await keys(page, cdp);
  const writers = fork(new URL("./writers.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  await toldBy(writers, await order(browser, text, middle));
  await page.waitForTimeout(3000);
  const among = await keys(page, cdp);
  const done = await toldBy(writers, null);
  if (done.said === "done")
    console.log(`the writers sent ${done.updates} updates; refused: ${done.refused.join(", ") || "none"}`);
  await context.close();
  return { ...named("alone", alone), ...named(`among ${WRITERS} writers`, among) };
}

async function order(browser: Browser, { documentId, blockIds }: LongDocument, middle: number): Promise<Order> {
  const near = [-3, -2, -1, 1, 2].slice(0, NEAR).map((by) => blockIds[middle + by] ?? "");
  const rest = blockIds.filter((id, index) => Math.abs(index - middle) > 3 && !near.includes(id));
  const apart = Math.floor(rest.length / (WRITERS - NEAR));
  const far = rest.filter((_, index) => index % apart === 0).slice(0, WRITERS - NEAR);
  const people: DemoPerson[] = ["bidragyder.social", "bidragyder.aeldre", "bidragyder.boern"];
  const cookies = await Promise.all(people.map(async (who) => cookieOf(await signedIn(browser, who))));
  return { url: app.url, documentId, cookies, blockIds: [...near, ...far], perSecond: PER_SECOND };
}

async function toldBy(child: ChildProcess, message: Order | null): Promise<Said> {
  const answer = once(child, "message");
  child.send(message ?? "end");
  const ended = once(child, "exit").then(() =>
    Promise.reject(new Error("Expected the writers to answer; they ended.")),
  );
  const [said] = await Promise.race([answer, ended]);
  ended.catch(() => {});
  return said;
}

type Typed = { keys: number[]; longTasks: number[]; busy: number };

/** At uneven moments, 60 to 240 ms apart: letters and spaces, a new paragraph now and then, and what was typed wrong. */
async function keys(page: Page, cdp: CDPSession): Promise<Typed> {
  const random = seeded(7);
  await page.evaluate(() => {
    window.noted.keys.length = 0;
    window.noted.longTasks.length = 0;
  });
  const before = await busySeconds(cdp);
  const start = performance.now();
  for (let count = 1; count <= KEYS; count += 1) {
    const letter = random.oneOf([..."etaonrsidlkgmvfpubh"]);
    const key = count % 50 === 0 ? "Enter" : count % 23 === 0 ? "Backspace" : count % 6 === 0 ? " " : letter;
    await page.waitForTimeout(60 + random.below(180));
    await page.keyboard.press(key);
  }
  await page.waitForFunction((expected) => window.noted.keys.length >= expected, KEYS, { timeout: 10_000 });
  const busy = (await busySeconds(cdp)) - before;
  const { keys, longTasks } = await page.evaluate(() => window.noted);
  return { keys, longTasks, busy: busy / ((performance.now() - start) / 1000) };
}

async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

function named(who: string, { keys, longTasks, busy }: Typed) {
  const share = `${Math.round(busy * 100)} % of the time`;
  return {
    [`${who}: key press → painted`]: summary(keys),
    [`${who}: tasks over 50 ms (busy ${share})`]: summary(longTasks),
  };
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { n: sorted.length, "p50 ms": at(0.5), "p95 ms": at(0.95), "p99 ms": at(0.99), "max ms": at(1) };
}
