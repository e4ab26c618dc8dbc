import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { notice, noticeChoice, noticeDigest } from "../../../db/schema";
import { form } from "../../../tests/world/agreements";
import { type MailServer, mailServer } from "../../../tests/world/mail-server";
import {
  jobsLike,
  killedBeforeCommit,
  later,
  type NoticeWorld,
  noticeWorld,
  PUBLIC_URL,
  told,
} from "../../../tests/world/notices";
import type { Viewer } from "../../identity/viewer";
import type { NoticeKind, Notices } from "../shapes";

let world: NoticeWorld;
let server: MailServer;
let door: Notices;
beforeAll(async () => {
  world = await noticeWorld();
});
beforeEach(async () => {
  for (const table of [notice, noticeChoice, noticeDigest]) await world.db.delete(table);
  await world.sql`delete from graphile_worker._private_jobs`;
  server = await mailServer();
  door = world.mailing(server.url);
});
afterEach(() => server.close());
afterAll(() => world.close());

const at = (moment: string) => {
  world.clock.at = new Date(moment);
};
const hears = (to: Viewer, kind: NoticeKind) => told(world, to, kind, { door });

/** The morning's job, and all it wakes, as the queue would run them. */
async function morning(by = door): Promise<void> {
  await world.sql`delete from graphile_worker._private_jobs`;
  await by.tend();
  const jobs = await world.sql<{ userId: string; day: string }[]>`
    select payload ->> 'userId' as "userId", payload ->> 'day' as day
    from graphile_worker._private_jobs where key like 'send-digest:%' order by 1`;
  for (const job of jobs) await by.sendDigest(job);
}

const FRIDAY = "2026-03-27";
const THURSDAY_NOON = "2026-03-26T11:00:00Z";
const FRIDAY_MORNING = "2026-03-27T06:00:00Z";

test("[N7] at seven on a workday each gets one mail with what is new, and who has nothing new gets none", async () => {
  const { people } = world;
  at(THURSDAY_NOON);
  await hears(people.sune, "comment-answered");
  await hears(people.sune, "reopened");
  const read = await hears(people.elsa, "reopened");
  await door.open(people.elsa, read);
  await door.choose(people.lars, form({ reopened: "none" }));
  await hears(people.lars, "reopened");
  at(FRIDAY_MORNING);
  await morning();
  expect(server.mails.map(({ recipients }) => recipients)).toEqual([[people.sune.email]]);
  const [mail] = server.mails;
  expect(mail?.headers.get("subject")).toBe("2 nye beskeder i Samsvar");
  expect(mail?.headers.get("from")).toMatch(/^"?Samsvar"? <samsvar@proeve\.dk>$/);
  expect(mail?.headers.get("message-id")).toBe(`<digest-${people.sune.id}-${FRIDAY}@samsvar.proeve.dk>`);
  expect(mail?.text).toContain("Tove Tovholder har åbnet teksten igen:");
  expect(mail?.text.match(new RegExp(`${PUBLIC_URL}/beskeder/[0-9a-f-]{36}`, "g"))).toHaveLength(2);
});

test("[N7] that mail goes out once a day, whatever nodes and restarts do, and what is in it is in none after", async () => {
  at(THURSDAY_NOON);
  await hears(world.people.sune, "reopened");
  at(FRIDAY_MORNING);
  const other = world.mailing(server.url);
  await Promise.all([door.tend(), other.tend(), door.start(), other.start()]);
  expect(await jobsLike(world, "send-digest:%")).toHaveLength(1);
  expect(await jobsLike(world, "daily-notices")).toEqual([24 * 60]);
  const job = { userId: world.people.sune.id, day: FRIDAY };
  await Promise.all([door.sendDigest(job), other.sendDigest(job), door.sendDigest(job)]);
  await later(world, 1);
  await hears(world.people.sune, "reopened");
  await morning(other);
  expect(server.mails).toHaveLength(1);
  at("2026-03-28T06:00:00Z");
  await morning();
  at("2026-03-29T05:00:00Z");
  await morning();
  expect(server.mails).toHaveLength(1);
  at("2026-03-30T05:00:00Z");
  await morning();
  expect(server.mails.map(({ headers }) => headers.get("subject"))).toEqual([
    "1 ny besked i Samsvar",
    "1 ny besked i Samsvar",
  ]);
});

test("[N7] a morning that nobody was up for is made good the same day, and its job keeps its place", async () => {
  at(THURSDAY_NOON);
  await door.start();
  const [wait] = await jobsLike(world, "daily-notices");
  expect(wait).toBe(19 * 60);
  await hears(world.people.sune, "reopened");
  at("2026-03-27T09:30:00Z");
  await door.start();
  expect(await jobsLike(world, "daily-notices")).toEqual([-3.5 * 60]);
  await hears(world.people.sune, "reopened");
  await morning();
  expect(server.mails[0]?.headers.get("subject")).toBe("1 ny besked i Samsvar");
  expect(await jobsLike(world, "daily-notices")).toEqual([20.5 * 60]);
});

test("[N7] what was mailed by itself is not in it, and what its reader wished otherwise meanwhile is", async () => {
  const { people } = world;
  at(THURSDAY_NOON);
  const noticeId = await hears(people.sune, "mentioned");
  await door.sendNotice({ noticeId });
  await door.choose(people.elsa, form({ mentioned: "daily" }));
  await hears(people.elsa, "mentioned");
  await door.choose(people.elsa, form({ mentioned: "at-once" }));
  await door.choose(people.lars, form({ mentioned: "daily" }));
  await hears(people.lars, "mentioned");
  at(FRIDAY_MORNING);
  await morning();
  const recipients = server.mails.slice(1).flatMap((mail) => mail.recipients);
  expect(recipients.sort()).toEqual([people.elsa.email, people.lars.email].sort());
});

test("[N6] [N7] one that is not taken is tried again after 1, 5 and 30 minutes, and is in the next day's else", async () => {
  at(THURSDAY_NOON);
  await hears(world.people.sune, "reopened");
  at(FRIDAY_MORNING);
  server.state.refusal = { at: "recipient", code: 451 };
  await door.tend();
  const job = { userId: world.people.sune.id, day: FRIDAY };
  for (const wait of [1, 5, 30]) {
    await world.sql`delete from graphile_worker._private_jobs`;
    await door.sendDigest(job);
    expect(await jobsLike(world, "send-digest:%")).toEqual([wait]);
    await later(world, wait);
  }
  await world.sql`delete from graphile_worker._private_jobs`;
  await door.sendDigest(job);
  server.state.refusal = null;
  await door.sendDigest(job);
  expect([server.mails.length, await jobsLike(world, "send-digest:%")]).toEqual([0, []]);
  at("2026-03-30T05:00:00Z");
  await morning();
  expect(server.mails).toHaveLength(1);
});

test("[N7] one that went out before its sender was killed goes out once more as the same mail", async () => {
  at(THURSDAY_NOON);
  await hears(world.people.sune, "reopened");
  at(FRIDAY_MORNING);
  const job = { userId: world.people.sune.id, day: FRIDAY };
  await expect(world.mailing(server.url, { db: killedBeforeCommit(world) }).sendDigest(job)).rejects.toThrow();
  await later(world, 1);
  await hears(world.people.sune, "reopened");
  await door.sendDigest(job);
  await door.sendDigest(job);
  const [first, second] = server.mails;
  expect(server.mails).toHaveLength(2);
  expect(second?.headers.get("message-id")).toBe(first?.headers.get("message-id"));
  expect(second?.text).toBe(first?.text);
});

test("[N7] what is older than a week, as when mails were off, is not dug out again", async () => {
  at("2026-03-10T11:00:00Z");
  const id = await told(world, world.people.sune, "reopened");
  at(FRIDAY_MORNING);
  await morning();
  expect(server.mails).toEqual([]);
  await world.db
    .update(notice)
    .set({ at: new Date(THURSDAY_NOON) })
    .where(eq(notice.id, id));
  await morning();
  expect(server.mails).toHaveLength(1);
});
