import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Progress, SlowJob, Typed, TypingJob } from "../messages";
import { Deliveries } from "./deliveries";
import type { Ear, Page } from "./page";
import { acknowledgedIn, openRooms, type Room } from "./rooms";
import { play, scheduleOf } from "./schedule";
import { Times } from "./spread";

/** One writer in so many asks at once whether what it typed is saved; the others as the page does. */
const AT_ONCE = 10;
/** What is not here by then is lost: longer than the server tries to reach its database. */
const PATIENCE = 40_000;

type Acks = { paused: Times; atOnce: Times; key: Times };

export async function typeAndMeasure(
  job: TypingJob | SlowJob,
  tell: (progress: Progress) => void,
  opened: (rooms: readonly Room[]) => Promise<void> = async () => {},
): Promise<Typed> {
  const deliveries = new Deliveries();
  const acks: Acks = { paused: new Times(), atOnce: new Times(), key: new Times() };
  const complaints: string[] = [];
  const rooms = await openRooms(job, earOf(deliveries, acks, complaints));
  deliveries.join(rooms);
  await opened(rooms);
  const pages = rooms.flatMap((room) => room.pages);
  for (const page of pages)
    page.script.prepare(Math.ceil((job.seconds + warmSecondsOf(job)) * job.updatesPerSecond) + 3);
  const type = (page: Page, now: number) => page.type(now, page.writer % AT_ONCE === 0);
  tell({ phase: "ready" });
  await play(scheduleOf(pages, job.updatesPerSecond, warmSecondsOf(job), 1), type);
  deliveries.startMeasuring();
  tell({ phase: "measuring" });
  const own = watchOneself();
  const late = await play(scheduleOf(pages, job.updatesPerSecond, job.seconds, 2), type);
  deliveries.isMeasuring = false;
  const generator = { ...own(), lateP99: late.spread().p99 };
  tell({ phase: "measured" });
  await settled(deliveries, pages);
  complaints.push(...pages.flatMap(({ closed }) => (closed === null ? [] : [`closed with ${closed}`])));
  const { doubled, framesOut, bytesOut } = deliveries;
  return {
    ...deliveries.measured(),
    lost: deliveries.lost + deliveries.missing(),
    doubled,
    framesOut,
    bytesOut,
    delivery: deliveries.times.spread(),
    ack: acks.paused.spread(),
    ackAtOnce: acks.atOnce.spread(),
    keyToSaved: acks.key.spread(),
    unanswered: pages.reduce((total, page) => total + page.unanswered, 0),
    complaints: complaints.slice(0, 20),
    acknowledged: acknowledgedIn(rooms),
    generator,
  };
}

function warmSecondsOf(job: TypingJob | SlowJob): number {
  return job.type === "typing" ? job.warmSeconds : 1;
}

function earOf(deliveries: Deliveries, acks: Acks, complaints: string[]): Ear {
  return {
    update: (page, frame) => deliveries.heard(page, frame),
    saved: (_page, { sentAt, keyAt, isAtOnce }) => {
      if (!deliveries.isMeasuring) return;
      const now = performance.now();
      (isAtOnce ? acks.atOnce : acks.paused).add(now - sentAt);
      if (!isAtOnce) acks.key.add(now - keyAt);
    },
    complained: (text) => complaints.push(text),
  };
}

/** The generator's own share of a core and the delay of its loop, from now until asked. */
function watchOneself(): () => { cpuShare: number; loopDelayP99: number } {
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const [cpu, at] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    delay.disable();
    const cpuShare = (user + system) / 1000 / (performance.now() - at);
    return { cpuShare, loopDelayP99: Math.max(0, delay.percentile(99) / 1e6 - resolution) };
  };
}

async function settled(deliveries: Deliveries, pages: readonly Page[]): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (deliveries.missing() === 0 && pages.every(({ unanswered }) => unanswered === 0)) return;
    await pause(50);
  }
}
