import type { CDPSession, Page } from "playwright";
import { seeded } from "../../sync/random";

/** What the browser's main thread did for one key and all that followed from it, in ms. */
type Costs = { script: number; style: number; layout: number; all: number };
export type Typed = { keys: number[]; longTasks: number[]; costs: Costs; busy: number };

/** At uneven moments, 60 to 240 ms apart: letters and spaces, a new paragraph now and then, and what was typed wrong. */
export async function typeKeys(page: Page, count: number): Promise<Typed> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const random = seeded(7);
  await page.evaluate(() => {
    window.noted.keys.length = 0;
    window.noted.longTasks.length = 0;
  });
  const before = await seconds(cdp);
  const start = performance.now();
  for (let index = 1; index <= count; index += 1) {
    const letter = random.oneOf([..."etaonrsidlkgmvfpubh"]);
    const key = index % 50 === 0 ? "Enter" : index % 23 === 0 ? "Backspace" : index % 6 === 0 ? " " : letter;
    await page.waitForTimeout(60 + random.below(180));
    await page.keyboard.press(key);
  }
  await page.waitForFunction((expected) => window.noted.keys.length >= expected, count, { timeout: 10_000 });
  const passed = (performance.now() - start) / 1000;
  const after = await seconds(cdp);
  const { keys, longTasks } = await page.evaluate(() => window.noted);
  const each = (part: keyof Costs) => ((after[part] - before[part]) * 1000) / count;
  const costs = { script: each("script"), style: each("style"), layout: each("layout"), all: each("all") };
  return { keys, longTasks, costs, busy: (after.all - before.all) / passed };
}

async function seconds(cdp: CDPSession): Promise<Costs> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  const [script, style, layout] = [of("ScriptDuration"), of("RecalcStyleDuration"), of("LayoutDuration")];
  return { script, style, layout, all: of("TaskDuration") };
}
