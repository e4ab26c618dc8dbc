import { within } from "./goals";
import type { Bench } from "./measure";
import type { ServerFigures, Slowed } from "./messages";
import { goalLines, type Outcome } from "./outcome";
import { generate, startServer } from "./processes";
import { aligned } from "./report";

const WRITERS = 20;
const PER_SECOND = 2;
/** More than a keystroke, so that the operating system's own buffers are full within seconds. */
const BYTES = 24 * 1024;
const EVERY = 200;

type Run = { slowed: Slowed; peak: ServerFigures["memory"] };

/** Twenty writers with and without a reader that has stopped reading: the difference is what it costs. */
export async function slow(bench: Bench): Promise<Outcome> {
  const without = await run(bench, false);
  const withIt = await run(bench, true);
  const cost = (name: keyof ServerFigures["memory"]) => (withIt.peak[name] - without.peak[name]) / 1024 / 1024;
  const reader = withIt.slowed.slowReader;
  const lost = without.slowed.lost + withIt.slowed.lost;
  console.log(`\n20 writers paste ${BYTES / 1024} kB twice a second; one reader has stopped reading`);
  console.log(
    aligned([
      ["MB at the peak", "without", "with it", "more"],
      ...(["rss", "heapUsed", "external", "arrayBuffers"] as const).map((name) => {
        const [one, other] = [without, withIt].map(({ peak }) => (peak[name] / 1024 / 1024).toFixed(1));
        return [name, one ?? "", other ?? "", cost(name).toFixed(1)];
      }),
      ["the slow reader got kB", "", ((reader?.bytes ?? 0) / 1000).toFixed(0), ""],
      ["… and was closed with", "", String(reader?.closed ?? "–"), ""],
    ]),
  );
  // Frames wait in buffers outside of the heap; resident memory is what garbage is around besides.
  const goals = [
    within("memory for it", Math.max(0, cost("external")), 10, "MB"),
    { text: `0 lost (${lost})`, isMet: lost === 0 },
  ];
  return goalLines(goals, [...without.slowed.complaints, ...withIt.slowed.complaints], lost > 0);
}

async function run({ folder, database, options }: Bench, isSlow: boolean): Promise<Run> {
  const documentIds = await database.documents(1);
  const running = await startServer({ folder, server: "ours", databaseUrl: database.url });
  const peak: ServerFigures["memory"] = { rss: 0, heapUsed: 0, external: 0, arrayBuffers: 0 };
  let asking: NodeJS.Timeout | undefined;
  const ask = async () => {
    const { memory } = await running.ask({ type: "figures" });
    for (const name of Object.keys(peak) as (keyof typeof peak)[]) peak[name] = Math.max(peak[name], memory[name]);
    asking = setTimeout(ask, EVERY);
  };
  const place = { url: running.url, server: "ours" as const, documentIds, socketsPerRoom: WRITERS };
  const load = { updatesPerSecond: PER_SECOND, seconds: options.seconds, bytes: BYTES, slow: isSlow };
  const slowed = await generate<Slowed>(folder, { type: "slow", ...place, ...load }, async (phase) => {
    if (phase === "measuring") await ask();
    if (phase === "measured") clearTimeout(asking);
  });
  await running.stop();
  return { slowed, peak };
}
