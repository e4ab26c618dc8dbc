import { type Random, seeded } from "../../../sync/random";
import type { Page } from "./page";
import { Times } from "./spread";

type Due = { at: number; page: Page };

/** When each writer types, at uneven moments; the same for every server. */
export function scheduleOf(pages: readonly Page[], perSecond: number, seconds: number, seed: number): Due[] {
  const random = seeded(seed);
  const pause = 1000 / perSecond;
  const due: Due[] = [];
  for (const page of pages) {
    for (let at = pause * share(random); at < seconds * 1000; at += pause * (0.5 + share(random)))
      due.push({ at, page });
  }
  return due.sort((one, other) => one.at - other.at);
}

function share(random: Random): number {
  return random.below(10_000) / 10_000;
}

/** Plays it, and tells how late each was: a generator that is late measures itself. */
export function play(schedule: readonly Due[], type: (page: Page, now: number) => void): Promise<Times> {
  const late = new Times();
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let next = 0;
    const pump = () => {
      for (let due = schedule[next]; due; due = schedule[next]) {
        const now = performance.now();
        const wait = startedAt + due.at - now;
        if (wait > 0) {
          setTimeout(pump, wait);
          return;
        }
        late.add(-wait);
        type(due.page, now);
        next += 1;
      }
      resolve(late);
    };
    pump();
  });
}
