import { eachMarker, MARKER_LENGTH } from "./markers";
import type { Page } from "./page";
import type { Room } from "./rooms";
import { Times } from "./spread";

/** Who has heard which update of whom, and how long it was under way. */
export class Deliveries {
  readonly times = new Times();
  framesOut = 0;
  bytesOut = 0;
  isMeasuring = false;
  doubled = 0;
  lost = 0;
  readonly #heard = new Map<Page, { room: Room; last: number[] }>();
  /** Updates from this one on, per writer, count in the times. */
  readonly #from = new Map<Page, number>();

  join(rooms: readonly Room[]): void {
    for (const room of rooms) {
      for (const page of room.pages) this.#heard.set(page, { room, last: room.pages.map(() => -1) });
    }
  }

  startMeasuring(): void {
    this.isMeasuring = true;
    for (const page of this.#heard.keys()) this.#from.set(page, page.sentAt.length);
  }

  heard(page: Page, frame: Buffer): void {
    if (this.isMeasuring) {
      this.framesOut += 1;
      this.bytesOut += frame.byteLength + (frame.byteLength < 126 ? 2 : 4);
    }
    if (frame.byteLength <= MARKER_LENGTH) return;
    const now = performance.now();
    const known = this.#heard.get(page);
    if (known) eachMarker(frame, (writer, number) => this.#delivered(known, page, writer, number, now));
  }

  #delivered({ room, last }: { room: Room; last: number[] }, to: Page, writer: number, number: number, now: number) {
    const from = room.pages[writer];
    const sentAt = from?.sentAt[number];
    if (!from || from === to || sentAt === undefined) return;
    const before = last[writer] ?? -1;
    if (number <= before) {
      this.doubled += 1;
      return;
    }
    this.lost += number - before - 1;
    last[writer] = number;
    if (number >= (this.#from.get(from) ?? Number.POSITIVE_INFINITY)) this.times.add(now - sentAt);
  }

  /** Deliveries that are still due. */
  missing(): number {
    let missing = 0;
    for (const [page, { room, last }] of this.#heard) {
      for (const from of room.pages) {
        if (from !== page) missing += from.sentAt.length - 1 - (last[from.writer] ?? -1);
      }
    }
    return missing;
  }

  measured(): { updates: number; deliveries: number } {
    let [updates, deliveries] = [0, 0];
    for (const [page, { room }] of this.#heard) {
      const mine = page.sentAt.length - (this.#from.get(page) ?? page.sentAt.length);
      updates += mine;
      deliveries += mine * (room.pages.length - 1);
    }
    return { updates, deliveries };
  }
}
