import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Progress, Stormed, StormJob } from "../messages";
import type { Ear, Page } from "./page";
import { acknowledgedIn, openRooms } from "./rooms";
import { Times } from "./spread";

/** Between two knocks at a server that is not there. */
const KNOCK = 100;
const PATIENCE = 60_000;

/** Everybody types once more than the server is told, loses it, and comes back: the whole document, then what was unsaved. */
export async function storm(job: StormJob, tell: (progress: Progress) => void): Promise<Stormed> {
  const complaints: string[] = [];
  const [syncedAt, savedAt] = [new Map<Page, number>(), new Map<Page, number>()];
  const ear: Ear = {
    update: () => {},
    saved: (page) => savedAt.set(page, Date.now()),
    complained: (text) => complaints.push(text),
  };
  const rooms = await openRooms(job, ear);
  const pages = rooms.flatMap((room) => room.pages);
  await pause(1000);
  const listening = once(process, "message") as Promise<[{ listeningAt: number }]>;
  tell({ phase: "ready" });
  await Promise.all(pages.map((page) => comeBack(page, complaints).then(() => syncedAt.set(page, Date.now()))));
  tell({ phase: "back" });
  for (let waited = 0; waited < PATIENCE && savedAt.size < pages.length; waited += 50) await pause(50);
  if (savedAt.size < pages.length) complaints.push(`${pages.length - savedAt.size} pages were never told "saved"`);
  const [{ listeningAt }] = await listening;
  const acknowledged = acknowledgedIn(rooms);
  return { synced: since(listeningAt, syncedAt), saved: since(listeningAt, savedAt), complaints, acknowledged };
}

async function comeBack(page: Page, complaints: string[]): Promise<void> {
  for (let waited = 0; page.closed === null && waited < PATIENCE; waited += 10) await pause(10);
  const unsaved = page.script.unsaved(0);
  for (let knocks = 0; knocks < PATIENCE / KNOCK; knocks++) {
    const isIn = await page.open(() => unsaved).then(() => true, () => false); // biome-ignore format: one line
    if (isIn) {
      page.sentAt.push(performance.now());
      page.mark(performance.now(), true);
      return;
    }
    if (page.closed !== null && page.closed >= 4400) complaints.push(`closed with ${page.closed}`);
    await pause(KNOCK);
  }
  throw new Error("Expected every page to be let in again within a minute; one was not.");
}

function since(start: number, moments: ReadonlyMap<unknown, number>) {
  const times = new Times();
  for (const at of moments.values()) times.add(at - start);
  return times.spread();
}
