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

const REFUSED_ASIDE = /status of 4(01|03|09|22) .*\/svar\/[^/]+\/(ajour|dele|forslag|kommentarer|punkter)\)/;

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

  // Whatever a page logs as an error, or throws, fails the test. One is no fault: Remix gives up the answer it was still
  // reading when the person goes on to another page, and turbo-stream tells nobody but the console. Nor is a refusal of what
  // a page sends by itself: it is said on the page.
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const heard: string[] = [];
      const allowed: RegExp[] = [/^AbortError: signal is aborted without reason/, REFUSED_ASIDE];
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

  signIn: async ({ browser, complaints, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      complaints.watch(context);
      const page = await context.newPage();
      // As the form would send it: a second less than filling it in, more than a hundred times (sign-in.spec.ts fills it in).
      const form = { email: addressOf(who), password: DEMO_PASSWORD };
      await context.request.post("/log-ind", { form, headers: { origin: options?.baseURL ?? baseURL ?? "" } });
      await page.goto("/");
      await expect(page).not.toHaveURL(/log-ind/);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
