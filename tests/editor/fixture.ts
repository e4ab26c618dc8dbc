import { test as base } from "playwright/test";
import { type EditorPage, openEditor } from "./browser";

type Rest = Parameters<typeof openEditor> extends [unknown, ...infer Others] ? Others : never;

/** The editor alone in a real browser, without server or sign-in; the journeys are elsewhere. */
export const test = base.extend<{ open: (...given: Rest) => Promise<EditorPage> }>({
  open: async ({ browser }, use) => {
    const opened: EditorPage[] = [];
    await use(async (...given) => {
      const page = await openEditor(browser, ...given);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.close();
  },
});
