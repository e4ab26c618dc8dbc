import { within } from "./goals";
import type { Bench } from "./measure";
import type { Stormed } from "./messages";
import { goalLines, type Outcome } from "./outcome";
import { generate, type RunningServer, startServer } from "./processes";
import { aligned, spread } from "./report";

const ROOMS = 250;
const SOCKETS_PER_ROOM = 4;

/** A thousand sockets lose their server (kill -9) and come back at once to one that has loaded nothing. */
export async function storm({ folder, database }: Bench): Promise<Outcome> {
  const documentIds = await database.documents(ROOMS);
  const start = (port: number) => startServer({ folder, server: "ours", databaseUrl: database.url, port });
  let running: RunningServer = await start(0);
  const { url, port } = running;
  const job = { type: "storm", url, server: "ours", documentIds, socketsPerRoom: SOCKETS_PER_ROOM } as const;
  const stormed = await generate<Stormed>(folder, job, async (phase, generator) => {
    if (phase !== "ready") return;
    await running.kill();
    running = await start(port);
    generator.send({ listeningAt: Date.now() });
  });
  const loads = Object.values((await running.ask({ type: "figures" })).loads);
  await running.stop();
  const broken = await database.missing(stormed.acknowledged);
  const most = Math.max(...loads);
  console.log("\n1,000 sockets in 250 rooms come back at once to a server that was killed");
  console.log(
    aligned([
      ["since it listens, p50 · p95 · p99 ms", ""],
      ["has the whole document", spread(stormed.synced)],
      ["its unsaved change is saved", spread(stormed.saved)],
      ["the last one ms", `${stormed.synced.max.toFixed(0)} · ${stormed.saved.max.toFixed(0)}`],
      ["documents loaded · loads of one at most", `${loads.length} · ${most}`],
      ["saved, but not in the log", String(broken)],
    ]),
  );
  const goals = [
    within("all are synced after", stormed.synced.max / 1000, 15, "s"),
    { text: `one load a document (${most})`, isMet: most === 1 },
    { text: `0 lost (${broken})`, isMet: broken === 0 },
  ];
  return goalLines(goals, stormed.complaints, broken > 0);
}
