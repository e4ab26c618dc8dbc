// `npm test`: everything that must hold, from a fresh clone. `--quick` (npm run check) is the part for every day.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildWhatChanged, installPackages, ROOT, requireNode } from "../server/prepare.mjs";
import { findChromium } from "./chromium.mjs";
import { findRealSystems } from "./real-systems.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ isOk: boolean, output: string }} Outcome */
/** @typedef {{ name: string, run: () => Promise<Outcome>, counts?: string }} Step */

const RESULTS = join(ROOT, "test-results");
const LONGEST_STEP = 30 * 60_000;
const LONGEST_OUTPUT = 60_000;
/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

requireNode();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.once(signal, () => giveUp(signal));
const started = performance.now();
await run(process.argv.includes("--quick"));
console.log(`\nIn ${seconds(started)}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

/** @param {boolean} isQuick */
async function run(isQuick) {
  await installPackages();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const checks = [
    node(
      "format and lint",
      "@biomejs/biome/bin/biome",
      "check",
      ".",
      "--diagnostic-level=error",
      "--max-diagnostics=50",
    ),
    node("types", "typescript/bin/tsc", "--noEmit"),
    node("arrows", "dependency-cruiser/bin/dependency-cruise.mjs", ...arrows()),
    vitest("unit"),
  ];
  if (isQuick) return twoAtATime(checks);

  // Before the tests that start them, and not beside the browser: Debian installs one thing at a time.
  const missing = await findRealSystems();
  if (missing) console.log(missing);
  const done = await twoAtATime([
    { name: "build", run: () => asOutcome(buildWhatChanged) },
    ...checks,
    { name: "browser", run: () => asOutcome(lookForBrowser) },
  ]);
  await take(vitest("integration"));
  const isReady = done.get("build") && done.get("browser");
  const journeys = node("journeys", "playwright/cli.js", "test", "--retries=1");
  const notRun = async () => ({ isOk: false, output: "Not run: there is no build or no browser, see above." });
  await take({ ...journeys, counts: "e2e.json", ...(isReady ? {} : { run: notRun }) });
}

async function lookForBrowser() {
  process.env.CHROMIUM_PATH = await findChromium();
}

function arrows() {
  return ["app", "server", "db", "tests", "--config", ".dependency-cruiser.cjs", "--output-type", "err-long"];
}

/** @param {string} project @returns {Step} */
function vitest(project) {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=test-results/${project}.json`];
  const step = node(project, "vitest/vitest.mjs", "run", "--project", project, ...report);
  return { ...step, counts: `${project}.json` };
}

/** A package's own program, run without npx. @param {string} name @param {string} program @param {string[]} args @returns {Step} */
function node(name, program, ...args) {
  return { name, run: () => capture(process.execPath, [join("node_modules", program), ...args]) };
}

/** Two at a time: one waits for the disk while the other computes. @param {Step[]} steps */
async function twoAtATime(steps) {
  const queue = [...steps];
  /** @type {Map<string, boolean>} */
  const outcomes = new Map();
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) outcomes.set(step.name, await take(step));
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

/** Runs one step, says how it went in a line (and all it printed when it failed), and counts it. @param {Step} step */
async function take(step) {
  const start = performance.now();
  const { isOk, output } = await step.run();
  const count = step.counts ? countsIn(step.counts, isOk) : { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 };
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const numbers = step.counts ? `  ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped` : "";
  console.log(`${isOk ? "✓" : "✗"} ${step.name.padEnd(16)} ${seconds(start).padStart(7)}${numbers}`);
  if (!isOk) console.log(`\n${output.slice(-LONGEST_OUTPUT).trimEnd()}\n`);
  else for (const name of step.counts ? passedLate(step.counts) : []) console.log(`  only at the second try: ${name}`);
  return isOk;
}

/** What the report of vitest or Playwright counts; a run that broke outside of every test has failed once. @param {string} file @param {boolean} isOk @returns {Count} */
function countsIn(file, isOk) {
  const path = join(RESULTS, file);
  const report = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  const failed = numFailedTests + unexpected;
  return {
    passed: numPassedTests + expected + flaky,
    failed: isOk ? failed : Math.max(failed, 1),
    skipped: numPendingTests + numTodoTests + skipped,
  };
}

/**
 * The journeys that failed once and then passed: each is a fault still to be found, in the page or in the journey
 * (docs/decisions/0018).
 * @param {string} file
 * @returns {string[]}
 */
function passedLate(file) {
  /** @typedef {{ title: string, suites?: Suite[], specs?: { title: string, tests: { status: string }[] }[] }} Suite */
  /** @param {Suite} suite @returns {string[]} */
  const within = ({ title, suites = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
      .map((spec) => `${title}: ${spec.title}`),
    ...suites.flatMap(within),
  ];
  /** @type {{ suites?: Suite[] }} */
  const { suites = [] } = JSON.parse(readFileSync(join(RESULTS, file), "utf8"));
  return suites.flatMap(within);
}

/** @param {() => Promise<void>} act @returns {Promise<Outcome>} */
function asOutcome(act) {
  return act().then(
    () => ({ isOk: true, output: "" }),
    (error) => ({ isOk: false, output: error instanceof Error ? error.message : String(error) }),
  );
}

/** @param {string} command @param {string[]} args @returns {Promise<Outcome>} */
function capture(command, args) {
  return new Promise((resolve) => {
    // Each tool decides itself what it is (vitest: test), whatever npm was called with.
    const env = { ...process.env, NO_COLOR: "1" };
    Reflect.deleteProperty(env, "NODE_ENV");
    Reflect.deleteProperty(env, "FORCE_COLOR");
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], timeout: LONGEST_STEP });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ isOk: false, output: error.message }));
    child.on("close", (code, signal) => {
      running.delete(child);
      if (signal) output += `\nEnded by ${signal}.`;
      resolve({ isOk: code === 0, output });
    });
  });
}

/** Waits for what runs to stop what it started (a database, an app, a browser). @param {NodeJS.Signals} signal */
function giveUp(signal) {
  for (const child of running) child.kill(signal);
  setTimeout(() => process.exit(1), 15_000).unref();
  setInterval(() => running.size === 0 && process.exit(1), 100);
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
