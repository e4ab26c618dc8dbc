import { type BrowserContext, test as base, expect, type Page } from "playwright/test";
import { addressOf, DEMO_PASSWORD, type DemoPerson } from "../../server/demo/people";
import { type AppProcess, startApp } from "../world/app-process";

type Complaints = {
  /** What the browser may complain about in this test: a 404 that is asked for, say. */
  allow(pattern: RegExp): void;
  watch(context: BrowserContext): void;
};

type World = {
  complaints: Complaints;
  /** Signs a demo person in ("tovholder", "leder.social") and gives a page in a browser context of their own. */
  signIn: (who: DemoPerson, options?: Parameters<import("playwright/test").Browser["newContext"]>[0]) => Promise<Page>;
};

/** The journeys' world: the built app with the demo in it, started once for all of them. */
export const test = base.extend<World, { app: AppProcess }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: ({ app }, use) => use(app.url),

  // Whatever a page logs as an error, or throws, fails the test.
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const heard: string[] = [];
      const allowed: RegExp[] = [];
      const watch = (context: BrowserContext) => {
        context.on("console", (message) => {
          if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
        });
        context.on("weberror", (thrown) => heard.push(String(thrown.error())));
      };
      await use({ allow: (pattern) => allowed.push(pattern), watch });
      expect(heard.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    complaints.watch(context);
    await use(context);
  },

  signIn: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      complaints.watch(context);
      const page = await context.newPage();
      await page.goto("/log-ind");
      await page.getByLabel("E-mail").fill(addressOf(who));
      await page.getByLabel("Adgangskode", { exact: true }).fill(DEMO_PASSWORD);
      await page.getByRole("button", { name: "Log ind", exact: true }).click();
      await expect(page).not.toHaveURL(/log-ind/);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
