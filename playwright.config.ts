import { defineConfig } from "playwright/test";

const flags = ["--disable-background-networking", "--disable-component-update", "--no-first-run"];
const isRoot = process.getuid?.() === 0;

/** The browser journeys. tests/run.mjs finds or installs a Chromium and names it in CHROMIUM_PATH. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  // Zero to find what is wrong; `npm test` gives one, and names what needed it (docs/decisions/0018).
  retries: Number(process.env["RETRIES"] ?? 0),
  // Each has an app, a database and a browser of its own. One alone leaves half of two cores waiting.
  workers: 2,
  timeout: 180_000,
  // A machine under load is no fault of the page.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    actionTimeout: 20_000,
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    // A trace of each journey costs a fifth of all their time; TRACE=1 to look into one that fails.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] || undefined,
      // Chromium's sandbox refuses to run as root.
      args: isRoot ? [...flags, "--no-sandbox"] : flags,
    },
  },
});
