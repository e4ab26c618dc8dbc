import { once } from "node:events";
import { createServer } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { membership, notice, noticeChoice, noticeDigest, person } from "../../../db/schema";
import { form } from "../../../tests/world/agreements";
import { type MailServer, mailServer } from "../../../tests/world/mail-server";
import {
  jobsLike,
  killedBeforeCommit,
  later,
  type NoticeWorld,
  noticeById,
  noticesOf,
  noticeWorld,
  PUBLIC_URL,
  told,
} from "../../../tests/world/notices";
import { createJobs } from "../../jobs";
import { createLog } from "../../log";
import type { Notices } from "../shapes";

let world: NoticeWorld;
let server: MailServer;
let door: Notices;
beforeAll(async () => {
  world = await noticeWorld();
});
beforeEach(async () => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
  for (const table of [notice, noticeChoice, noticeDigest]) await world.db.delete(table);
  await world.sql`delete from graphile_worker._private_jobs`;
  server = await mailServer();
  door = world.mailing(server.url);
});
afterEach(() => server.close());
afterAll(() => world.close());

/** As `told`, by a door that mails. */
const mailed = (...[to, kind, more]: [...(Parameters<typeof told> extends [unknown, ...infer Rest] ? Rest : never)]) =>
  told(world, to, kind, { ...more, door });
const header = (name: string, at = 0) => server.mails[at]?.headers.get(name);

describe("a mail at once", () => {
  test("[N3] [N5] says who, what and which hearing, leads to the notice, and holds nothing of the text", async () => {
    const { people } = world;
    const noticeId = await mailed(people.sune, "mentioned");
    await door.sendNotice({ noticeId });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.recipients).toEqual([people.sune.email]);
    expect(header("from")).toBe('"Tove Tovholder via Samsvar" <samsvar@proeve.dk>'.replaceAll('"', ""));
    expect(header("subject")).toMatch(/^Tove Tovholder har nævnt dig i en kommentar \(HS-2026-\d{4}\)$/);
    expect(header("list-unsubscribe")).toContain(`<${PUBLIC_URL}/beskeder>`);
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("message-id")).toBe(`<notice-${noticeId}@samsvar.proeve.dk>`);
    for (const said of [server.mails[0]?.text, server.mails[0]?.html]) {
      expect(said).toContain(`${PUBLIC_URL}/beskeder/${noticeId}`);
      expect(said).toContain("Høring om samarbejdsaftalen");
    }
    expect((await noticeById(world, noticeId)).mailedAt).toEqual(world.clock.at);
  });

  test("[J1] [N5] goes out once, however often its job runs, also from two nodes at the same time", async () => {
    const noticeId = await mailed(world.people.sune, "mentioned");
    const other = world.mailing(server.url);
    await Promise.all([door.sendNotice({ noticeId }), other.sendNotice({ noticeId }), door.sendNotice({ noticeId })]);
    expect(server.mails).toHaveLength(1);
  });

  test("[J1] is not sent of what was read meanwhile, nor to who has left, wishes otherwise, or may not read", async () => {
    const { people, db } = world;
    const [read, left, otherwise, barred] = [
      await mailed(people.sune, "mentioned"),
      await mailed(people.ras, "mentioned"),
      await mailed(people.elsa, "mentioned"),
      await mailed(people.lise, "mentioned"),
    ];
    await door.open(people.sune, read);
    await db.update(person).set({ isActive: false }).where(eq(person.id, people.ras.id));
    await door.choose(people.elsa, form({ mentioned: "none" }));
    await db.update(membership).set({ role: "auditor" }).where(eq(membership.userId, people.lise.id));
    for (const noticeId of [read, left, otherwise, barred]) await door.sendNotice({ noticeId });
    for (const noticeId of ["no-id", crypto.randomUUID()]) await door.sendNotice({ noticeId });
    expect(server.mails).toEqual([]);
    expect((await noticesOf(world, people.elsa))[0]).toMatchObject({
      mailedAt: null,
      mailTries: 0,
      mailFailedAt: null,
    });
  });

  test("[N4] has a job only where it is wished for, and only where mails go out at all", async () => {
    const { people } = world;
    await mailed(people.sune, "mentioned");
    await mailed(people.elsa, "comment-answered");
    await door.choose(people.jens, form({ "comment-answered": "at-once" }));
    await mailed(people.jens, "comment-answered");
    await told(world, people.dorte, "mentioned");
    expect(await jobsLike(world, "send-notice:%")).toHaveLength(2);
    // One queue for all mail: a slow server takes one place of the runner and holds up nothing else. [N6]
    const queues = await world.sql`select distinct queue_name as queue from graphile_worker.jobs`;
    expect(queues).toEqual([{ queue: "mail" }]);
    expect((await door.mail(people.sune)).server).toBe(`127.0.0.1:${server.port}`);
    expect((await world.notices.mail(people.sune)).server).toBeNull();
  });

  test("[N5] that went out before its sender was killed goes out once more as the same mail", async () => {
    const noticeId = await mailed(world.people.sune, "mentioned");
    await expect(
      world.mailing(server.url, { db: killedBeforeCommit(world) }).sendNotice({ noticeId }),
    ).rejects.toThrow();
    expect((await noticeById(world, noticeId)).mailedAt).toBeNull();
    await door.sendNotice({ noticeId });
    expect(server.mails.map(({ headers }) => headers.get("message-id"))).toEqual([
      header("message-id"),
      header("message-id"),
    ]);
    expect(server.mails[1]?.text).toBe(server.mails[0]?.text);
    expect((await noticeById(world, noticeId)).mailedAt).not.toBeNull();
  });

  test("comes by the queue itself, in the transaction of what has happened", async () => {
    const jobs = createJobs({ databaseUrl: world.url, log: createLog("silent") });
    const nothing = () => Promise.resolve();
    const others = ["refresh-projection", "prune-snapshots", "deliver-filing", "read-receipt", "send-digest"];
    const tasks = Object.fromEntries(others.map((name) => [name, nothing]));
    await jobs.start({ ...tasks, "send-notice": door.sendNotice, "daily-notices": door.tend } as never);
    await mailed(world.people.sune, "mentioned");
    await vi.waitFor(() => expect(server.mails).toHaveLength(1), { timeout: 15_000, interval: 50 });
    await jobs.stop();
  });
});

describe("[N6] a mail that is not taken", () => {
  test("for now is tried again after 1, 5 and 30 minutes, and arrives when it may", async () => {
    const noticeId = await mailed(world.people.sune, "mentioned");
    server.state.refusal = { at: "recipient", code: 451 };
    await door.sendNotice({ noticeId });
    expect(await jobsLike(world, `send-notice:${noticeId}`)).toEqual([1]);
    await later(world, 1);
    server.state.refusal = { at: "content", code: 452 };
    await door.sendNotice({ noticeId });
    expect(await jobsLike(world, `send-notice:${noticeId}`)).toEqual([5]);
    await later(world, 5);
    server.state.refusal = null;
    await door.sendNotice({ noticeId });
    expect(server.mails).toHaveLength(1);
    expect(await noticeById(world, noticeId)).toMatchObject({ mailTries: 2, mailedAt: world.clock.at });
  });

  test.each(["recipient", "content"] as const)("for good (550, of the %s) is not tried again", async (at) => {
    const noticeId = await mailed(world.people.sune, "mentioned");
    await world.sql`delete from graphile_worker._private_jobs`;
    server.state.refusal = { at, code: 550 };
    await door.sendNotice({ noticeId });
    server.state.refusal = null;
    await door.sendNotice({ noticeId });
    expect(server.mails).toEqual([]);
    expect(await jobsLike(world, "send-notice:%")).toEqual([]);
    expect((await door.unread(world.people.sune)).count).toBe(1);
    expect((await door.mail(world.people.sune)).cameBack).toEqual(world.clock.at);
  });

  test("because the server takes the call and never says a word is tried again like any other", async () => {
    const mute = createServer(() => {}).listen(0, "127.0.0.1");
    await once(mute, "listening");
    const address = mute.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const noticeId = await mailed(world.people.sune, "mentioned");
    await world.mailing(`smtp://127.0.0.1:${port}`).sendNotice({ noticeId });
    expect(await jobsLike(world, `send-notice:${noticeId}`)).toEqual([1]);
    mute.close();
  }, 60_000);

  test("because the server is away for an hour is left on the page alone, and said in the log without an address", async () => {
    const lines: unknown[] = [];
    const log = { ...createLog("silent"), warn: (...line: unknown[]) => lines.push(line) } as never;
    const alone = world.mailing("smtp://somebody:hunter2@127.0.0.1:9", { log });
    const noticeId = await mailed(world.people.sune, "mentioned");
    await world.sql`delete from graphile_worker._private_jobs`;
    for (const wait of [1, 5, 30]) {
      await alone.sendNotice({ noticeId });
      expect(await jobsLike(world, `send-notice:${noticeId}`)).toEqual([wait]);
      await world.sql`delete from graphile_worker._private_jobs`;
      await later(world, wait);
    }
    await alone.sendNotice({ noticeId });
    expect(await jobsLike(world, `send-notice:${noticeId}`)).toEqual([]);
    await later(world, 24);
    await door.sendNotice({ noticeId });
    expect(server.mails).toEqual([]);
    expect((await door.unread(world.people.sune)).count).toBe(1);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatchObject([
      { noticeId, tries: 4, isGivenUp: true, code: expect.stringMatching(/^E/) },
      {},
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/hunter2|somebody|proeve\.dk/);
  });
});

describe("[N8] what people call themselves and their hearings", () => {
  const HOSTILE = [
    "Eva\r\nBcc: ond@andetsteds.dk",
    'Eva "Ond" <ond@andetsteds.dk>',
    "Eva\u2028Subject: Noget andet\u202Eanden vej",
    "=?UTF-8?Q?Eva?=, ond@andetsteds.dk",
    "<script>alert(1)</script> & Søn",
    "Æ".repeat(500),
  ];

  test.each(HOSTILE)("cannot make a header of its own: %j", async (name) => {
    const { people, db } = world;
    await db.update(person).set({ name }).where(eq(person.id, people.elsa.id));
    await db.update(person).set({ name }).where(eq(person.id, people.sune.id));
    const noticeId = await mailed(people.sune, "mentioned", { by: people.elsa });
    await door.sendNotice({ noticeId });
    const [mail] = server.mails;
    expect(mail?.recipients).toEqual([people.sune.email]);
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("bcc");
    expect(mail?.headers.get("subject")).toMatch(/ har nævnt dig i en kommentar \(HS-2026-\d{4}\)$|Æ$/);
    expect(mail?.headers.get("from")).toMatch(/<samsvar@proeve\.dk>$/);
    expect(mail?.html).not.toContain("<script>");
    expect(mail?.text).not.toMatch(/^(Bcc|Subject):/m);
  });

  test("an address of 320 characters is sent to whole, and refused for good where that is too long", async () => {
    const { people, db } = world;
    const lenient = await mailServer({ lenientAddressParsing: true });
    const domain = ["b", "c", "d"].map((letter) => letter.repeat(63)).join(".");
    const address = `${"a".repeat(64)}@${domain}.${"e".repeat(60)}.dk`;
    expect(address).toHaveLength(320);
    await db.update(person).set({ email: address }).where(eq(person.id, people.jens.id));
    await world.mailing(lenient.url).sendNotice({ noticeId: await mailed(people.jens, "mentioned") });
    expect(lenient.mails[0]?.recipients).toEqual([address]);
    const noticeId = await mailed(people.jens, "mentioned");
    await door.sendNotice({ noticeId });
    expect(await noticeById(world, noticeId)).toMatchObject({ mailedAt: null, mailFailedAt: world.clock.at });
    await lenient.close();
  });

  test("cannot make a mail go to somebody else by way of an address, which is refused for good", async () => {
    const { people, db } = world;
    const email = (address: string) => db.update(person).set({ email: address }).where(eq(person.id, people.jens.id));
    for (const none of [
      "jens",
      "",
      "jens@proeve.dk\r\nRCPT TO:<ond@andetsteds.dk>",
      "jens@proeve.dk, ond@andetsteds.dk",
    ]) {
      await email(none);
      const noticeId = await mailed(people.jens, "mentioned");
      await door.sendNotice({ noticeId });
      expect((await noticeById(world, noticeId)).mailFailedAt).toEqual(world.clock.at);
    }
    expect(server.mails).toEqual([]);
  });
});

describe("[N11] a password", () => {
  test("is never sent where there is no TLS", async () => {
    const open = await mailServer({ disabledCommands: ["STARTTLS"], authOptional: true, allowInsecureAuth: true });
    const noticeId = await mailed(world.people.sune, "mentioned");
    await world.mailing(`smtp://samsvar:hunter2@127.0.0.1:${open.port}`).sendNotice({ noticeId });
    expect([open.state.signIns, open.mails.length]).toEqual([0, 0]);
    expect((await noticeById(world, noticeId)).mailTries).toBe(1);
    await open.close();
  });

  test.each(["smtps", "smtp"])("nor over TLS with a certificate that nobody vouches for (%s)", async (protocol) => {
    const isTls = protocol === "smtps";
    const forged = await mailServer({ secure: isTls, disabledCommands: [], authOptional: true });
    const noticeId = await mailed(world.people.sune, "mentioned");
    await world.mailing(`${protocol}://samsvar:hunter2@127.0.0.1:${forged.port}`).sendNotice({ noticeId });
    expect([forged.state.signIns, forged.mails.length]).toEqual([0, 0]);
    await forged.close();
  });
});
