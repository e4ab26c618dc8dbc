import { expect, test } from "vitest";
import { filed, parcelOf, type Room, receiptIn } from "./contract";
import { asFailure, FAILURES } from "./port";

/** What case systems have been seen to do to those who ask them to take a document. */
const HABITS = [
  "error inside a 200",
  "nothing inside a 200",
  "nothing inside a 200 after it is done",
  "the page of a 503 inside a 200 after it is done",
  "a 503 as a page",
  "a 500",
  "a line cut before it is done",
  "a line cut after it is done",
  "no answer after it is done",
] as const;
export type Habit = (typeof HABITS)[number];

/** A room whose system can be told how to treat the next document, or the one after so many more. */
export type MoodyRoom = Room & { treatNext: (habit: Habit, after?: number) => void };

/** Whatever the system does to one document, what comes of trying again is one filing and a receipt that is true. [F17] */
export function badHabits(make: () => Promise<MoodyRoom>): void {
  for (const habit of HABITS)
    test(`[F17] ${habit}: tried again, it is filed once`, async () => {
      for (const after of [0, 1]) {
        const room = await make();
        const parcel = parcelOf("Alt er vel.");
        room.treatNext(habit, after);
        const first = await room.system.file(parcel).catch(asFailure);
        if ("kind" in first) expect(FAILURES[first.kind].retry, first.message).toBe("later");
        const known = await room.system.poll(parcel);
        if (after === 1) expect(known).not.toBeNull();
        const delivery = await filed(room, parcel);
        expect(receiptIn(delivery).filingId).toBe(parcel.clientId);
        expect(await room.documents()).toBe(2);
        expect(await room.elsewhere().poll(parcel)).toEqual(delivery);
      }
    });
}
