import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../../server/identity/viewer";
import { testDatabase } from "../../tests/world/database";
import { town } from "../../tests/world/people";
import { actorOf, createAudit } from ".";

/** More than are read at once. */
const ENTRIES = 600;

let database: Awaited<ReturnType<typeof testDatabase>>;
let here: Awaited<ReturnType<typeof town>>;
let audit: ReturnType<typeof createAudit>;
const clock = { at: new Date("2026-03-02T09:00:00Z"), now: () => clock.at };

beforeAll(async () => {
  database = await testDatabase();
  here = await town(database.db);
  audit = createAudit({ db: database.db, clock });
  await record(ENTRIES);
  await database.sql`alter table audit_entry disable trigger audit_entry_append_only`;
});
afterAll(() => database.close());

async function record(count: number, event = "signed-in", viewer: Viewer = here.people.tove) {
  await database.db.transaction(async (tx) => {
    for (let nth = 0; nth < count; nth += 1)
      await audit.record(tx, actorOf(viewer), { event, objectKind: "person", objectId: viewer.id });
  });
}

const rename = (seq: number, name: string) =>
  database.sql`update audit_entry set actor_name = ${name} where municipality_id = ${here.id} and seq = ${seq}`;
const seen = async (filter = {}) => audit.trail(here.people.rita, filter);

test("[Q20] the trail comes a page at a time, the newest first, each entry once, and of one kind where that is asked for", async () => {
  await record(3, "signed-out");
  const pages = Array.from({ length: 13 }, (_, index) => seen({ page: index + 1 }));
  const seqs = (await Promise.all(pages)).flatMap(({ entries }) => entries.map(({ seq }) => seq));
  expect(seqs).toEqual(Array.from({ length: ENTRIES + 3 }, (_, index) => ENTRIES + 3 - index));
  const { entries, total, events } = await seen({ event: "signed-out" });
  expect([entries.length, total]).toEqual([3, 3]);
  expect(events).toEqual(["signed-in", "signed-out"]);
});

test("[Q21] the chain is computed whole at first, then what has come since, and all of it again after ten minutes", async () => {
  const before = await seen();
  const { entries, checkedAt } = before.chain!;
  expect(before.chain).toEqual({ brokenAt: null, entries: before.total, checkedAt: clock.at });

  await record(2);
  expect((await seen()).chain).toEqual({ brokenAt: null, entries: entries + 2, checkedAt });

  await rename(7, "En anden");
  clock.at = new Date(clock.at.getTime() + 11 * 60_000);
  await expect.poll(async () => (await seen()).chain?.brokenAt).toBe(7);
  expect((await seen()).chain?.checkedAt).toEqual(clock.at);
  await rename(7, here.people.tove.name);
  clock.at = new Date(clock.at.getTime() + 11 * 60_000);
  await expect.poll(async () => (await seen()).chain?.brokenAt).toBeNull();
});

test("[Q21] an entry that does not hold is said at once where it came after the chain was computed", async () => {
  await record(1);
  const { entries } = (await audit.trail(here.people.rita)).chain!;
  await record(1);
  await rename(entries + 1, "En anden");
  expect((await seen()).chain).toMatchObject({ brokenAt: entries + 1 });
  expect(await audit.verify(here.id)).toEqual({ brokenAt: entries + 1, entries: entries + 1 });
});
