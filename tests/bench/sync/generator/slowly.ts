import { setTimeout as pause } from "node:timers/promises";
import type { Progress, Slowed, SlowJob } from "../messages";
import { nameOf, PEOPLE } from "../people";
import { Page } from "./page";
import { typeAndMeasure } from "./typing";

/** How long the reader who reads again may take to catch up, or to learn that it was closed. */
const CATCH_UP = 2_000;

/** Everybody pastes into one document; one more socket has it and stops reading. */
export async function slowly(job: SlowJob, tell: (progress: Progress) => void): Promise<Slowed> {
  let reader: Page | undefined;
  const typed = await typeAndMeasure(job, tell, async () => {
    if (job.slow) reader = await stuckReader(job);
  });
  if (!reader) return { ...typed, slowReader: null };
  reader.readAgain();
  await pause(CATCH_UP);
  const slowReader = { bytes: reader.heard, closed: reader.closed };
  reader.leave();
  return { ...typed, slowReader };
}

async function stuckReader({ url, server, documentIds }: SlowJob): Promise<Page> {
  const seat = { url, server, documentId: documentIds[0] ?? "", name: nameOf(PEOPLE - 1), writer: 0 };
  const page = await Page.make(seat, { update: () => {}, saved: () => {}, complained: () => {} });
  const isClosed = page.open();
  await isClosed;
  page.stopReading();
  return page;
}
