// `npm run bench:page`: how long a writer waits, in a real Chromium. Wants a build; prints a table, asserts nothing.
import { cpus, loadavg } from "node:os";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../server/demo/people";
import { findChromium } from "../chromium.mjs";
import { startApp } from "../world/app-process";

const OPENINGS = 12;
const KEYS = 50;
const loadBefore = load();
const app = await startApp();
const browser = await chromium.launch({ executablePath: (await findChromium()) || undefined, args: ["--no-sandbox"] });
try {
  await measure(browser);
} finally {
  await browser.close();
  await app.stop();
}

async function measure(browser: Browser): Promise<void> {
  const ann = await signedIn(browser, "bidragyder.social");
  const ben = await signedIn(browser, "bidragyder.aeldre");
  const response = await liveResponse(ann);
  const rows = {
    "navigation → synced editor, empty cache": await openings(browser, response, "cold"),
    "navigation → synced editor, cached": await openings(browser, response, "cached"),
    ...(await keys(await opened(ann, response), await opened(ben, response))),
  };
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), Chromium ${browser.version()}, Node ${process.version}`,
  );
  console.log(`load average ${loadBefore} before, ${load()} after`);
  console.table(Object.fromEntries(Object.entries(rows).map(([name, times]) => [name, summary(times)])));
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

/** The demo's hearing that is half written. */
async function liveResponse({ request }: BrowserContext): Promise<string> {
  const list = await (await request.get("/hoeringer")).text();
  const ids = new Set([...list.matchAll(/\/hoeringer\/([0-9a-f-]{36})/g)].map((found) => found[1]));
  for (const id of ids) {
    const page = await (await request.get(`/hoeringer/${id}`)).text();
    if (page.includes("Skrives")) return /\/svar\/[0-9a-f-]{36}/.exec(page)?.[0] ?? "";
  }
  throw new Error("Expected a hearing of the demo that is being written; found none.");
}

async function opened(context: BrowserContext, response: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(response);
  await page.waitForFunction(() => window.seen.synced > 0);
  return page;
}

async function openings(browser: Browser, response: string, cache: "cold" | "cached"): Promise<number[]> {
  const times: number[] = [];
  let context = await signedIn(browser, "laeser");
  await (await opened(context, response)).close();
  for (let round = 0; round < OPENINGS; round += 1) {
    if (cache === "cold") {
      await context.close();
      context = await signedIn(browser, "laeser");
    }
    const page = await opened(context, response);
    times.push(await page.evaluate(() => window.seen.synced));
    await page.close();
  }
  await context.close();
  return times;
}

/** One key at a time, at uneven moments, so that no key rides in the wake of the one before. */
async function keys(ann: Page, ben: Page): Promise<Record<string, number[]>> {
  await ann.getByRole("textbox", { name: "Tekst", exact: true }).getByText("Eksempel Kommune støtter").click();
  const own: number[] = [];
  const others: number[] = [];
  const saved: number[] = [];
  for (let count = 0; count < KEYS; count += 1) {
    await ann.waitForTimeout(200 + Math.random() * 200);
    const shown = [ann, ben].map((page) => page.evaluate(() => window.seen.nextPaint()));
    const isSaved = ann.evaluate(() => window.seen.nextSave());
    await Promise.all([ann, ben].map((page) => page.evaluate(() => 0)));
    await ann.keyboard.press("x");
    const [mine, theirs, safe] = await Promise.all([...shown, isSaved]);
    const pressed = await ann.evaluate(() => window.seen.pressed);
    own.push((mine ?? 0) - pressed);
    others.push((theirs ?? 0) - pressed);
    saved.push((safe ?? 0) - pressed);
  }
  return {
    "key press → painted on the own page": own,
    "key press → painted on another's page": others,
    "key press → the page says “Gemt”": saved,
  };
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { n: sorted.length, "median ms": at(0.5), "p95 ms": at(0.95), "max ms": at(1) };
}

type Seen = {
  synced: number;
  pressed: number;
  nextPaint(): Promise<number>;
  nextSave(): Promise<number>;
};

declare global {
  interface Window {
    seen: Seen;
  }
}

/** In the page: keeps the moments, on the clock that all pages of this machine share. */
function watchPage(): void {
  const now = () => performance.timeOrigin + performance.now();
  const paint = () => new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(now()))));
  const phase = () => document.querySelector<HTMLElement>(".save-indicator")?.dataset["phase"];
  const words = () => document.querySelector(".text")?.textContent ?? "";
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    });
  window.seen = {
    synced: 0,
    pressed: 0,
    nextPaint: () => {
      const before = words();
      return until(() => words() !== before).then(paint);
    },
    nextSave: () =>
      until(() => phase() === "saving")
        .then(() => until(() => phase() === "saved"))
        .then(paint),
  };
  window.addEventListener("keydown", () => (window.seen.pressed = now()), true);
  const isHere = () => words() !== "" && (phase() === "saved" || phase() === "read-only");
  void until(isHere)
    .then(paint)
    .then((at) => (window.seen.synced = at - performance.timeOrigin));
}
