// A Chromium for the journeys: one that is there, else the system's, else Playwright's own.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { install, installFromDebian, isRootOnDebian } from "./debian.mjs";

const SHELL = "/usr/bin/chromium-headless-shell";
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

/**
 * The program's path. The headless shell before the whole browser: it is what Playwright itself takes, and the journeys
 * need a quarter less time in it (docs/performance.md).
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`Expected CHROMIUM_PATH to be a program; got ${given}.`);
  if (given) return given;
  if (!existsSync(SHELL) && isRootOnDebian()) await installFromDebian("chromium-headless-shell");
  const playwrights = createRequire(import.meta.url)("playwright").chromium.executablePath();
  const found = [SHELL, ...BROWSERS, playwrights].find((path) => existsSync(path));
  if (found) return found;
  await install(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  if (existsSync(playwrights)) return playwrights;
  throw new Error("Expected a Chromium; found none and could not install one. Install it and set CHROMIUM_PATH.");
}
