import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commentThread, notice, noticeChoice, person, review, reviewStep } from "../../db/schema";
import { eventsOf, form, refused } from "../../tests/world/agreements";
import { textSent } from "../../tests/world/hearing";
import { later, type NoticeWorld, noticesOf, noticeWorld, told } from "../../tests/world/notices";
import { town } from "../../tests/world/people";
import type { Viewer } from "../identity/viewer";
import { NOTICE_KINDS } from "./shapes";

let world: NoticeWorld;
beforeAll(async () => {
  world = await noticeWorld();
});
beforeEach(async () => {
  await world.db.delete(notice);
  await world.db.delete(noticeChoice);
});
afterAll(() => world.close());

const kindsFor = async (viewer: Viewer) => (await world.notices.waiting(viewer)).map(({ kind }) => kind);

test("[N3] a notice is written with what has happened, or not at all, and whoever did it is told nothing", async () => {
  const { people, notices, db, id: municipalityId, responseId } = world;
  const to = [people.sune.id, people.sune.id, people.elsa.id, people.tove.id];
  const news = { kind: "reopened" as const, municipalityId, responseId, to, by: people.tove.id, about: {} };
  await db.transaction((tx) => notices.tell(tx, news));
  const undone = db.transaction(async (tx) => {
    await notices.tell(tx, news);
    throw new Error("it has not happened");
  });
  await expect(undone).rejects.toThrow();
  expect(await Promise.all([people.sune, people.elsa, people.tove].map(kindsFor))).toEqual([
    ["reopened"],
    ["reopened"],
    [],
  ]);
});

test("[N2] what is new stands with who and which hearing, the newest first", async () => {
  const { people, notices, centers } = world;
  await told(world, people.sune, "mentioned");
  await later(world, 1);
  await told(world, people.sune, "part-returned", { by: people.lars, about: { centerId: centers.social } });
  expect(await notices.waiting(people.sune)).toMatchObject([
    { kind: "part-returned", by: "Lars Leder", center: "Center for Social", state: "new" },
    { kind: "mentioned", by: "Tove Tovholder", center: null, hearing: { title: "Høring om samarbejdsaftalen" } },
  ]);
  expect((await notices.unread(people.sune)).count).toBe(2);
});

test("[N1] whoever opens it has read it, and opened again it was read the first time", async () => {
  const { people, notices } = world;
  const id = await told(world, people.sune, "mentioned");
  const before = (await notices.unread(people.sune)).stamp;
  await notices.open(people.sune, id);
  const firstRead = (await noticesOf(world, people.sune))[0]?.readAt;
  await later(world, 5);
  expect(await notices.open(people.sune, id)).toMatchObject({ state: "read" });
  expect((await noticesOf(world, people.sune))[0]?.readAt).toEqual(firstRead);
  expect(await kindsFor(people.sune)).toEqual([]);
  expect((await notices.unread(people.sune)).stamp).not.toBe(before);
});

test("[N1] all at once is all that the page showed: what came in meanwhile stays new", async () => {
  const { people, notices } = world;
  await told(world, people.sune, "mentioned");
  const until = world.clock.at.toISOString();
  await later(world, 1);
  await told(world, people.sune, "reopened");
  await told(world, people.elsa, "mentioned");
  await notices.markAllRead(people.sune, form({ until }));
  expect(await kindsFor(people.sune)).toEqual(["reopened"]);
  expect(await kindsFor(people.elsa)).toEqual(["mentioned"]);
  expect(await refused(notices.markAllRead(people.sune, form({ until: "i dag" })))).toEqual({ until: "missing" });
});

test("[N3] one sees one's own notices and nobody else's, and in another municipality nothing", async () => {
  const { people, notices, db } = world;
  const elsewhere = await town(db, "Anden Kommune");
  const id = await told(world, people.sune, "mentioned");
  for (const other of [people.tove, people.elsa, people.dorte, people.lise, elsewhere.people.sune]) {
    expect(await notices.waiting(other)).toEqual([]);
    expect((await notices.list(other, 1)).total).toBe(0);
    expect(await refused(notices.open(other, id))).toBe("not-found: not-found");
    expect(await refused(notices.markRead(other, id))).toBe("not-found: not-found");
    await notices.markAllRead(other, form({ until: "2030-01-01T00:00:00Z" }));
  }
  const away = { ...people.sune, municipality: elsewhere.people.sune.municipality };
  expect(await notices.unread(away)).toMatchObject({ count: 0 });
  expect(await refused(notices.open(people.sune, "no-id"))).toBe("not-found: not-found");
  expect(await kindsFor(people.sune)).toEqual(["mentioned"]);
});

test("[N3] nobody of another municipality and nobody who has left is told anything", async () => {
  const { people, notices, db, id: municipalityId, responseId } = world;
  const elsewhere = await town(db, "Tredje Kommune");
  await db.update(person).set({ isActive: false }).where(eq(person.id, people.unni.id));
  const to = [people.unni.id, elsewhere.people.sune.id];
  await db.transaction((tx) =>
    notices.tell(tx, { kind: "mentioned", municipalityId, responseId, to, by: null, about: {} }),
  );
  expect(await db.select().from(notice)).toEqual([]);
});

test("[N3] who may not read hearings any more sees no notice, no count, and may not open one", async () => {
  const { people, notices } = world;
  const id = await told(world, people.sune, "mentioned");
  for (const roles of [[], [{ role: "auditor" as const, center: null }]]) {
    const barred = { ...people.sune, roles };
    expect(await notices.unread(barred)).toEqual({ count: 0, stamp: "" });
    expect(await notices.waiting(barred)).toEqual([]);
    expect((await notices.list(barred, 1)).rows).toEqual([]);
    expect(await refused(notices.open(barred, id))).toBe("not-found: not-found");
    expect(await refused(notices.choose(barred, form({})))).toBe("forbidden: not-for-your-role");
  }
});

test("[N2] a round that is decided or reopened, or whose turn has passed on, does not wait any more", async () => {
  const { people, notices, db } = world;
  const { responseId, reviewId } = await textSent(world);
  await db.delete(notice);
  const waits = () => told(world, people.lars, "approval-waits", { responseId, about: { reviewId } });
  await waits();
  expect(await kindsFor(people.lars)).toEqual(["approval-waits"]);
  const step = { reviewId, position: 9, approverId: people.lars.id, decision: "approved" as const };
  await db.insert(reviewStep).values({ ...step, decidedAt: new Date(world.clock.at.getTime() + 1000) });
  expect(await kindsFor(people.lars)).toEqual([]);
  await db.delete(reviewStep).where(eq(reviewStep.position, 9));
  expect(await kindsFor(people.lars)).toEqual(["approval-waits"]);
  await db.update(review).set({ reopenedAt: world.clock.at }).where(eq(review.id, reviewId));
  expect(await kindsFor(people.lars)).toEqual([]);
  expect((await notices.unread(people.lars)).count).toBe(0);
  expect((await notices.list(people.lars, 1)).rows).toMatchObject([{ state: "over" }]);
});

test("[N2] a comment that is resolved, or somebody else's to take care of, does not wait any more", async () => {
  const { people, db, id: municipalityId, responseId, sql } = world;
  const [row] = await sql<{ id: string }[]>`select document_id as id from response where id = ${responseId}`;
  const threadId = crypto.randomUUID() as typeof commentThread.$inferSelect.id;
  const thread = { id: threadId, municipalityId, responseId, documentId: row?.id as never };
  const begun = { startedBy: people.tove.id, startedAt: world.clock.at, assignedTo: people.sune.id };
  await db.insert(commentThread).values({ ...thread, ...begun });
  await told(world, people.sune, "comment-assigned", { about: { threadId } });
  await told(world, people.sune, "mentioned", { about: { threadId } });
  const kinds = async () => (await kindsFor(people.sune)).sort();
  expect(await kinds()).toEqual(["comment-assigned", "mentioned"]);
  const set = (values: Partial<typeof commentThread.$inferInsert>) =>
    db.update(commentThread).set(values).where(eq(commentThread.id, threadId));
  await set({ assignedTo: people.elsa.id });
  expect(await kinds()).toEqual(["mentioned"]);
  await set({ assignedTo: people.sune.id, resolvedAt: world.clock.at, resolvedBy: people.tove.id });
  expect(await kinds()).toEqual(["mentioned"]);
  await db.delete(commentThread).where(eq(commentThread.id, threadId));
  expect(await kinds()).toEqual([]);
});

test("a long list comes page by page, and a page that is not there is the nearest that is", async () => {
  const { people, notices } = world;
  for (let count = 0; count < 21; count++) await told(world, people.sune, "reopened");
  expect(await notices.list(people.sune, 1)).toMatchObject({ page: 1, pages: 2, total: 21, unread: 21 });
  expect((await notices.list(people.sune, 1)).rows).toHaveLength(20);
  for (const page of [2, 99]) expect((await notices.list(people.sune, page)).rows).toHaveLength(1);
  for (const page of [0, -3, Number.NaN, 1.5]) expect((await notices.list(people.sune, page)).page).toBe(1);
});

test("[N4] each chooses for each kind, defaults hold until then, and what is not changed leaves no entry", async () => {
  const { people, notices, db } = world;
  const { wishes } = await notices.mail(people.sune);
  const atOnce = NOTICE_KINDS.filter((kind) => wishes[kind] === "at-once");
  const reminders = ["deadline-near", "deadline-missed", "external-deadline-near"];
  expect(atOnce).toEqual(["mentioned", "part-returned", "approval-waits", ...reminders, "invited"]);
  await notices.choose(people.sune, form({ mentioned: "daily", reopened: "none" }));
  await notices.choose(people.sune, form({ mentioned: "daily", reopened: "none" }));
  expect((await notices.mail(people.sune)).wishes).toMatchObject({ mentioned: "daily", reopened: "none" });
  expect((await notices.mail(people.elsa)).wishes).toEqual(wishes);
  expect(await eventsOf(db, people.sune.id)).toEqual(["notice-mail-chosen"]);
  const bad = notices.choose(people.sune, form({ mentioned: "hourly", reopened: "daily" }));
  expect(await refused(bad)).toEqual({ mentioned: "not-a-choice" });
  expect((await notices.mail(people.sune)).wishes.reopened).toBe("none");
});

test("[N13] a reminder is told once for its occasion, by however many at once; the latest waits, and none after its day", async () => {
  const { people, notices, db, clock, id: municipalityId, hearingId: consultationId } = world;
  const remind = (occasion: string) =>
    db.transaction((tx) => {
      const of = { kind: "deadline-near", municipalityId, consultationId, occasion } as const;
      return notices.tell(tx, { ...of, to: [people.sune.id], by: null, about: { day: "2026-03-12" } });
    });
  await Promise.all([remind("three days"), remind("three days"), remind("three days")]);
  expect(await notices.waiting(people.sune)).toMatchObject([
    { kind: "deadline-near", day: "2026-03-12", responseId: null, hearing: { id: consultationId } },
  ]);
  await later(world, 60);
  await remind("one day");
  await remind("three days");
  expect((await notices.list(people.sune, 1)).rows.map(({ state }) => state)).toEqual(["new", "over"]);
  clock.at = new Date("2026-03-12T23:30:00Z");
  expect(await kindsFor(people.sune)).toEqual([]);
  clock.at = new Date("2026-03-02T09:00:00Z");
});

test("[N9] what was read more than ninety days ago is cleared away, and nothing else", async () => {
  const { people, notices, db, clock } = world;
  const daysAgo = (days: number) => new Date(clock.at.getTime() - days * 86_400_000);
  const [old, recent, unread] = [
    await told(world, people.sune, "mentioned"),
    await told(world, people.sune, "mentioned"),
    await told(world, people.sune, "mentioned"),
  ];
  await db.update(notice).set({ at: daysAgo(400) });
  await db
    .update(notice)
    .set({ readAt: daysAgo(91) })
    .where(eq(notice.id, old));
  await db
    .update(notice)
    .set({ readAt: daysAgo(89) })
    .where(eq(notice.id, recent));
  await notices.tend();
  expect((await noticesOf(world, people.sune)).map(({ id }) => id).sort()).toEqual([recent, unread].sort());
});

test("[N10] the count of a person with thousands of notices is one look at an index", async () => {
  const { people, sql, id: municipalityId, responseId } = world;
  await sql`insert into notice (id, municipality_id, user_id, kind, response_id, about, at, read_at)
    select gen_random_uuid(), ${municipalityId}, ${people.sune.id}, 'reopened', ${responseId}, '{}', now(), now()
    from generate_series(1, 5000)`;
  await told(world, people.sune, "mentioned");
  await sql`analyze notice`;
  const plan = await sql`explain select count(*) from notice where user_id = ${people.sune.id} and read_at is null`;
  expect(JSON.stringify(plan)).toContain("notice_unread");
  expect((await world.notices.unread(people.sune)).count).toBe(1);
});
