import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright";

/** After a collection: the script's own heap, and all that the page's process has for itself (Linux alone tells). In MB. */
export async function memoryOf(browser: Browser, page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("Performance.enable");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  return { "script's heap": Math.round(heap / 1e6), "whole process": await largestRenderer(browser) };
}

/** The text's page is by far the largest of the browser's. */
async function largestRenderer(browser: Browser): Promise<number | null> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  const own = processInfo.flatMap(({ id, type }) => (type === "renderer" ? [ownMemory(id)] : []));
  await cdp.detach();
  const known = own.filter((one) => one !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

/** What it shares with the browser's other processes is no page's. */
function ownMemory(pid: number): number | null {
  try {
    const told = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const kib = [...told.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    return Math.round((kib * 1024) / 1e6);
  } catch {
    return null;
  }
}
