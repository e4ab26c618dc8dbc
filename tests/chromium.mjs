// A Chromium for the journeys: one that is there, else the system's, else Playwright's own.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ROOT } from "../server/prepare.mjs";

const THERE = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

/** The program's path; Playwright's own when it had to be installed. @returns {Promise<string>} */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`Expected CHROMIUM_PATH to be a program; got ${given}.`);
  const playwrights = createRequire(import.meta.url)("playwright").chromium.executablePath();
  const found = [given, ...THERE, playwrights].find((path) => path && existsSync(path));
  if (found) return found;
  if (isRootOnDebian() && (await installFromDebian())) return "/usr/bin/chromium";
  await install(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  if (existsSync(playwrights)) return playwrights;
  throw new Error("Expected a Chromium; found none and could not install one. Install it and set CHROMIUM_PATH.");
}

function isRootOnDebian() {
  const release = "/etc/os-release";
  return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
}

async function installFromDebian() {
  await install("apt-get", ["update"]);
  await install("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  return existsSync("/usr/bin/chromium");
}

/** Whether it worked is seen by what is there afterwards. @param {string} command @param {string[]} args @returns {Promise<void>} */
function install(command, args) {
  console.log(`Installing a browser: ${command} ${args.join(" ")} …`);
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", () => resolve());
    child.on("close", (code) => {
      if (code !== 0) console.log(output.slice(-5000));
      resolve();
    });
  });
}
