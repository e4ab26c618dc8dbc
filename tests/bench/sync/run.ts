// `npm run bench:sync`: the live document beside a bare relay and a plain in-memory server, on the same load. Prints
// tables and goals; fails only when something was lost or broke.
import { cpus, loadavg } from "node:os";
import { bundle } from "./bundle";
import { benchDatabase } from "./database";
import { goalsOf } from "./goals";
import { LOADS, type LoadName } from "./loads";
import { type Bench, type Measured, measure } from "./measure";
import { readOptions, type ServerName } from "./options";
import { goalLines, type Outcome } from "./outcome";
import { perDelivered, type Results, table, warnings } from "./report";
import { slow } from "./slow";
import { storm } from "./storm";

const options = readOptions(process.argv.slice(2));
const bundles = await bundle();
const database = await benchDatabase();
try {
  const bench = { folder: bundles.folder, database, options };
  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, fsync on`);
  console.log(`${options.seconds} s measured after ${options.warmSeconds} s of the same; load average ${loadNow()}`);
  const outcomes: Outcome[] = [];
  for (const load of options.loads) outcomes.push(await sideBySide(bench, load));
  if (options.storm) outcomes.push(await storm(bench));
  if (options.slow) outcomes.push(await slow(bench));
  console.log(`\nload average ${loadNow()} after`);
  // The bench itself keeps less than two cores busy.
  if ((loadavg()[0] ?? 0) > cpus().length + 2) console.log("other work was in the way: compare columns, not runs");
  if (outcomes.some(({ isBroken }) => isBroken)) process.exitCode = 1;
} finally {
  await database.stop();
  await bundles.remove();
}

async function sideBySide(bench: Bench, name: LoadName): Promise<Outcome> {
  const rounds = new Map<ServerName, Measured[]>(bench.options.servers.map((server) => [server, []]));
  // In turn, so that what else the machine does meets all of them.
  for (let round = 0; round < bench.options.rounds; round++) {
    for (const [server, measured] of rounds) measured.push(await measure(bench, server, LOADS[name]));
  }
  const results: Results = Object.fromEntries([...rounds].map(([server, measured]) => [server, middle(measured)]));
  console.log(`\n${LOADS[name].title}`);
  console.log(table(results));
  const all = [...rounds.values()].flat();
  const isBroken = all.some(({ lost, broken }) => lost + broken > 0);
  return goalLines(goalsOf(name, results), warnings(results), isBroken);
}

function middle(measured: readonly Measured[]): Measured | undefined {
  return [...measured].sort((one, other) => perDelivered(one) - perDelivered(other))[Math.floor(measured.length / 2)];
}

function loadNow(): string {
  return loadavg()[0]?.toFixed(1) ?? "";
}
