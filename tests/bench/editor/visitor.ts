import type { Browser, BrowserContext, Page } from "playwright";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../../server/demo/people";
import { watchPage } from "./watch";

/** A person's browser on an app, from which every page notes its own times. */
export async function signedIn(browser: Browser, url: string, who: DemoPerson): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const form = { email: addressOf(who), password: DEMO_PASSWORD };
  await context.request.post("/log-ind", { form, headers: { origin: url } });
  // esbuild names functions by a call that the page does not know.
  await context.addInitScript(`{ const __name = (named) => named; (${watchPage})(); }`);
  return context;
}

export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The page of a text, once it can be typed in. */
export async function opened(context: BrowserContext, responseId: string): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.log(`The page complained: ${error}`));
  await page.goto(`/svar/${responseId}`);
  await page.waitForFunction(() => window.noted.readyAt > 0);
  return page;
}

/** A page with nothing on it but a place to type: what a key costs there is what the measuring and the browser cost. */
export async function emptyPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto("data:text/html,<!doctype html><p contenteditable style='min-height:20em'>Tekst</p>");
  await page.locator("p").click();
  return page;
}
