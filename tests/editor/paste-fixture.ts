import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { test as base, type Page } from "playwright/test";

export const PROGRAMS = [
  "word-windows",
  "word-mac",
  "word-online",
  "outlook-new",
  "outlook-old",
  "libreoffice",
  "google-docs",
  "web-page",
] as const;
export type Program = (typeof PROGRAMS)[number];

/** What a program puts on the clipboard. */
export function clipboardOf(program: Program): string {
  return readFileSync(fileURLToPath(new URL(`../fixtures/clipboard/${program}.html`, import.meta.url)), "utf8");
}

type Told = { lines: string[]; left: string[] };
type Reader = { page: Page; read(html: string): Promise<Told> };

/** A browser that reads the clipboard's HTML as the editor would. */
export const test = base.extend<{ reader: Reader }, { script: string }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL("./paste-page.ts", import.meta.url))],
        bundle: true,
        write: false,
        loader: { ".css": "empty" },
        format: "iife",
      });
      await use(outputFiles[0]?.text ?? "");
    },
    { scope: "worker" },
  ],
  reader: async ({ page, script }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    // Whatever the pasted page would load, or run, shows here.
    page.on("request", (request) => {
      if (!request.url().startsWith("data:")) errors.push(`asked for ${request.url()}`);
    });
    page.on("dialog", (dialog) => errors.push(`said ${dialog.message()}`));
    await page.addScriptTag({ content: script });
    await use({
      page,
      read: (html) => page.evaluate((given) => (window as unknown as { read(html: string): Told }).read(given), html),
    });
    if (errors.length > 0) throw new Error(errors.join("\n"));
  },
});
