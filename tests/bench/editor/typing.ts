import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Browser, BrowserContext, Page } from "playwright";
import type { DemoPerson } from "../../../server/demo/people";
import { type Typed, typeKeys } from "./keys";
import type { LongDocument } from "./long-document";
import { memoryOf } from "./memory";
import { summary } from "./table";
import { cookieOf, emptyPage, opened, signedIn } from "./visitor";
import type { Order, Said } from "./writers";

const WRITERS = 20;
const PER_SECOND = 3;
/** So many of them write close to the caret, the others all over the text. */
const NEAR = 5;

/** One person types in the middle of the text: alone, and among others. Beside it the same keys on an empty page. */
export async function typing(browser: Browser, url: string, text: LongDocument, keys: number) {
  const context = await signedIn(browser, url, "tovholder");
  const floor = await floorOf(context, keys);
  const page = await opened(context, text.responseId);
  const middle = Math.floor(text.blockIds.length / 2);
  await page.locator(`[data-block-id="${text.blockIds[middle]}"]`).click();
  const alone = await typeKeys(page, keys);
  const memory = { alone: await memoryOf(browser, page) };
  const among = await amongWriters(page, await order(browser, url, text, middle), keys);
  const all = { ...memory, [`after ${WRITERS} writers`]: await memoryOf(browser, page) };
  await context.close();
  return {
    times: {
      ...named("an empty page", floor),
      ...named("alone", alone),
      ...named(`among ${WRITERS} writers`, among),
    },
    costs: { "an empty page": rounded(floor), alone: rounded(alone), [`among ${WRITERS} writers`]: rounded(among) },
    memory: all,
  };
}

async function floorOf(context: BrowserContext, keys: number): Promise<Typed> {
  const page = await emptyPage(context);
  const floor = await typeKeys(page, keys);
  await page.close();
  return floor;
}

async function amongWriters(page: Page, order: Order, keys: number): Promise<Typed> {
  const writers = fork(new URL("./writers.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  await toldBy(writers, order);
  await page.waitForTimeout(3000);
  const among = await typeKeys(page, keys);
  const done = await toldBy(writers, null);
  if (done.said === "done")
    console.log(`the writers sent ${done.updates} updates; refused: ${done.refused.join(", ") || "none"}`);
  return among;
}

async function order(browser: Browser, url: string, text: LongDocument, middle: number): Promise<Order> {
  const { documentId, blockIds } = text;
  const near = [-3, -2, -1, 1, 2].slice(0, NEAR).map((by) => blockIds[middle + by] ?? "");
  const rest = blockIds.filter((id, index) => Math.abs(index - middle) > 3 && !near.includes(id));
  const apart = Math.floor(rest.length / (WRITERS - NEAR));
  const far = rest.filter((_, index) => index % apart === 0).slice(0, WRITERS - NEAR);
  const people: DemoPerson[] = ["bidragyder.social", "bidragyder.aeldre", "bidragyder.boern"];
  const cookies = await Promise.all(people.map(async (who) => cookieOf(await signedIn(browser, url, who))));
  return { url, documentId, cookies, blockIds: [...near, ...far], perSecond: PER_SECOND };
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

function named(who: string, { keys, longTasks, busy }: Typed) {
  const share = `${Math.round(busy * 100)} % of the time`;
  return {
    [`${who}: key press → painted`]: summary(keys),
    [`${who}: tasks over 50 ms (busy ${share})`]: summary(longTasks),
  };
}

function rounded({ costs }: Typed) {
  return Object.fromEntries(Object.entries(costs).map(([part, ms]) => [`${part}, ms a key`, Math.round(ms * 10) / 10]));
}
