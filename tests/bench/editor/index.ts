/**
 * `npm run bench:editor`: a text of 30,000 words in 2,000 paragraphs with 600 links, whose log has 100,000 updates, in a real
 * Chromium: how long until it is there, how long a key takes alone and among twenty who write, what it costs, and the
 * page's memory. Wants a build; prints tables, asserts nothing. `OPENINGS=0` and `KEYS=50` make it short.
 */
import { cpus, loadavg } from "node:os";
import { chromium } from "playwright";
import { findChromium } from "../../chromium.mjs";
import { startApp } from "../../world/app-process";
import { temporaryCluster } from "../../world/cluster";
import { plantLongDocument } from "./long-document";
import { openings } from "./openings";
import { typing } from "./typing";

const OPENINGS = Number(process.env["OPENINGS"] ?? 6);
const KEYS = Number(process.env["KEYS"] ?? 200);

const loadBefore = load();
const cluster = await temporaryCluster();
const app = await startApp({ DATABASE_URL: cluster.url });
const browser = await chromium.launch({ executablePath: (await findChromium()) || undefined, args: ["--no-sandbox"] });
try {
  const text = await plantLongDocument(cluster.url);
  console.log(text.facts);
  const opening = OPENINGS > 0 ? await openings(browser, app, text, OPENINGS) : {};
  const { times, costs, memory } = await typing(browser, app.url, text, KEYS);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
  console.log(`${machine}, Chromium ${browser.version()}, Node ${process.version}`);
  console.log(`load average ${loadBefore} before, ${load()} after`);
  console.table({ ...opening, ...times });
  console.log(
    "What the main thread did for a key and all that followed from it; the rest of `all` is paint and the like:",
  );
  console.table(costs);
  console.log("Memory after a collection, MB:");
  console.table(memory);
} finally {
  await browser.close();
  await app.stop();
  await cluster.end();
}

function load(): string {
  return loadavg().map((one) => one.toFixed(1)).join(" "); // biome-ignore format: one line
}
