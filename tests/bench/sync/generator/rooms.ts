import { encode } from "../../../../app/document-model/wire";
import type { Job } from "../messages";
import { nameOf } from "../people";
import { seed } from "../seed";
import { type Ear, Page } from "./page";

export type Room = { documentId: string; pages: Page[] };

/** So many are let in at a time, so that nobody waits in the operating system's queue. */
const AT_A_TIME = 40;

/** Everybody is in the room, has the document, and has begun a paragraph of their own. */
export async function openRooms(job: Job, ear: Ear): Promise<Room[]> {
  const rooms: Room[] = job.documentIds.map((documentId) => ({ documentId, pages: [] }));
  const seats = rooms.flatMap((room) => Array.from({ length: job.socketsPerRoom }, (_, writer) => ({ room, writer })));
  const open = async ({ room, writer }: (typeof seats)[number], index: number) => {
    const { url, server } = job;
    const seat = { url, server, documentId: room.documentId, name: nameOf(index), writer };
    const page = await Page.make(seat, ear, job.type === "slow" ? job.bytes : 0);
    room.pages[writer] = page;
    await page.open();
    // Nobody else knows the text at a server that keeps none.
    if (server === "plain" && writer === 0) page.send(encode({ type: "update", update: seed() }));
    page.send(page.script.begin);
  };
  for (let from = 0; from < seats.length; from += AT_A_TIME) {
    await Promise.all(seats.slice(from, from + AT_A_TIME).map((seat, at) => open(seat, from + at)));
  }
  return rooms;
}

export function acknowledgedIn(rooms: readonly Room[]) {
  return rooms.map(({ documentId, pages }) => ({ documentId, upTo: pages.map(({ savedUpTo }) => savedUpTo) }));
}
