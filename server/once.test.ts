import { expect, test } from "vitest";
import type { Database, Transaction } from "../db/client";
import { newId } from "../db/ids";
import type { Viewer } from "./identity/viewer";
import { beginReading, forgetRead, question, readOnAs } from "./once";

const pool = {} as Database;
const transaction = { rollback: () => {} } as unknown as Transaction;

function somebody(): Viewer {
  const municipality = { id: newId(), name: "Demokøbing", isDemo: false } as Viewer["municipality"];
  return { id: newId(), sessionId: newId(), name: "Tove", email: "", title: "", municipality, roles: [] };
}

/** How often it was really asked. */
function counting() {
  let count = 0;
  const asked = question<number>();
  return (viewer: Viewer, key = "", db: Database | Transaction = pool) =>
    asked(db, viewer, key, async () => {
      count += 1;
      return count;
    });
}

test("[Q29] within a request that only reads, the same question is answered once for each key, also while it is asked", async () => {
  const ask = counting();
  const viewer = somebody();
  beginReading(viewer);
  expect(await Promise.all([ask(viewer, "a"), ask(viewer, "a"), ask(viewer, "b")])).toEqual([1, 1, 2]);
  expect(await ask(viewer, "a")).toBe(1);
});

test("[Q29] no answer is shared: not by two requests of one person, nor by two questions, nor with a guest's own view", async () => {
  const ask = counting();
  const first = somebody();
  const second = { ...first };
  const asGuest = { ...first };
  beginReading(first);
  beginReading(second);
  readOnAs(first, asGuest);
  expect([await ask(first), await ask(second), await ask(asGuest), await ask(asGuest)]).toEqual([1, 2, 3, 3]);
  expect(await counting()(first)).toBe(1);
});

test("[Q29] a command, a transaction and a job ask every time, and so does a page that has written", async () => {
  const ask = counting();
  const viewer = somebody();
  expect([await ask(viewer), await ask(viewer)]).toEqual([1, 2]);
  readOnAs(viewer, viewer);
  expect(await ask(viewer)).toBe(3);
  beginReading(viewer);
  expect([await ask(viewer), await ask(viewer, "", transaction), await ask(viewer)]).toEqual([4, 5, 4]);
  forgetRead(viewer);
  expect([await ask(viewer), await ask(viewer)]).toEqual([6, 6]);
});
