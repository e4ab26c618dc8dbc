import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { marksIn, paragraphsIn } from "../../app/document-model/comment-anchors";
import type { DocumentId, ResponseId } from "../../db/ids";
import { commentMention, notice, person } from "../../db/schema";
import {
  eventsOf,
  type HearingWorld,
  hearingWorld,
  neighbour,
  textSent,
  textWritten,
  writes,
} from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";
import { createJobs } from "../jobs";
import { createLog } from "../log";
import { createNotices } from "../notices";
import { createComments, unsolvedIn } from ".";
import type { CommentsPage, ThreadCommand } from "./shapes";

let world: HearingWorld;
let comments: ReturnType<typeof createComments>;
const amended: DocumentId[] = [];
beforeAll(async () => {
  world = await hearingWorld();
  const jobs = createJobs({ databaseUrl: world.url, log: createLog("silent") });
  const notices = createNotices({ ...world, jobs });
  comments = createComments({ ...world, notices, onAmended: ({ documentId }) => amended.push(documentId) });
});
afterAll(() => world.close());

const id = () => crypto.randomUUID();

type Place = { blockId: string; quote: string; place: number };

/** Somebody comments on words; answers what the thread is called. */
async function comment(viewer: Viewer, responseId: string, on: Partial<Place> & Record<string, unknown>) {
  const [threadId, commentId] = [id(), id()];
  await comments.start(viewer, responseId, { threadId, commentId, comment: "Er det rigtigt?", place: 0, ...on });
  return { threadId, commentId };
}

async function pageOf(viewer: Viewer, responseId: ResponseId): Promise<CommentsPage> {
  const { page } = await comments.since(viewer, responseId, null);
  return page!;
}

/** Where the text itself has marks. */
async function marks(documentId: DocumentId) {
  const loaded = await world.documents.load(documentId);
  return Object.fromEntries(marksIn(paragraphsIn(loaded!.doc)));
}

async function written() {
  const hearing = await textWritten(world);
  const blockId = await writes(world, world.people.sune, hearing.documentId, "Vi støtter forslaget om fælles tavler.");
  return { ...hearing, blockId };
}

test("[K1] a comment's words carry its mark, written by nobody, and the page is told", async () => {
  const { people } = world;
  const { responseId, documentId, blockId } = await written();
  amended.length = 0;
  const { threadId, commentId } = await comment(people.lars, responseId, { blockId, quote: "forslaget", place: 11 });
  expect(await marks(documentId)).toEqual({ [threadId]: { blockId, from: 11, to: 20 } });
  expect(amended).toEqual([documentId]);
  const { threads, can, people: known } = await pageOf(people.elsa, responseId);
  expect(threads).toMatchObject([
    { id: threadId, blockId, quote: "forslaget", place: 11, startedBy: people.lars.id, resolved: null, clauseId: null },
  ]);
  expect(threads[0]!.comments).toMatchObject([{ id: commentId, by: people.lars.id, text: "Er det rigtigt?" }]);
  expect(known).toEqual([{ id: people.lars.id, name: "Lars Leder", center: "Social" }]);
  expect(can).toEqual({ comment: true });
  expect(await eventsOf(world, responseId)).toEqual(["response-started", "comment-started"]);
});

test("[K2] words that moved before the comment came are found; what is not there is refused, and nothing is written", async () => {
  const { people } = world;
  const { responseId, documentId, blockId } = await written();
  const { threadId } = await comment(people.elsa, responseId, {
    blockId: "elsewhere-1",
    quote: "fælles tavler",
    place: 3,
  });
  expect(await marks(documentId)).toEqual({ [threadId]: { blockId, from: 24, to: 37 } });
  const gone = comment(people.elsa, responseId, { blockId, quote: "fælles møder" });
  await expect(gone).rejects.toMatchObject({ kind: "conflict", code: "words-gone" });
  expect((await pageOf(people.elsa, responseId)).threads).toHaveLength(1);
});

test("[K2] in a locked text the mark waits, and whoever reads the list once it is open puts it in", async () => {
  const { people, reviews } = world;
  const { responseId, documentId, reviewId } = await textSent(world);
  const loaded = await world.documents.load(documentId);
  const [blockId] = [...paragraphsIn(loaded!.doc)].find(([, { text }]) => text === "Vi støtter forslaget.")!;
  const { threadId } = await comment(people.lars, responseId, { blockId, quote: "støtter", place: 3 });
  expect(await marks(documentId)).toEqual({});
  expect((await pageOf(people.lars, responseId)).threads).toHaveLength(1);
  await reviews.giveBack(people.lars, reviewId, { reason: "Se kommentaren" });
  expect(await marks(documentId)).toEqual({});
  const [one, other] = await Promise.all([pageOf(people.lars, responseId), pageOf(people.tove, responseId)]);
  expect(one).toEqual(other);
  expect(await marks(documentId)).toEqual({ [threadId]: { blockId, from: 3, to: 10 } });
  const head = (await world.documents.load(documentId))!.headSeq;
  await pageOf(people.tove, responseId);
  expect((await world.documents.load(documentId))!.headSeq).toBe(head);
});

test("[K3] sent twice, also at the same moment, a comment, an answer and a decision are there once", async () => {
  const { people } = world;
  const { responseId, documentId, blockId } = await written();
  const form = { threadId: id(), commentId: id(), comment: "En gang", blockId, quote: "Vi", place: 0 };
  await Promise.all([1, 2, 3].map(() => comments.start(people.sune, responseId, form)));
  const { threadId } = form;
  world.clock.at = new Date(world.clock.at.getTime() + 1000);
  const answer = { commentId: id(), comment: "Et svar" };
  await Promise.all([1, 2].map(() => comments.act(people.elsa, threadId, "reply", answer)));
  await Promise.all([1, 2].map(() => comments.act(people.elsa, threadId, "resolve", {})));
  const [thread, ...others] = (await pageOf(people.sune, responseId)).threads;
  expect(others).toEqual([]);
  expect(thread!.comments.map(({ text }) => text)).toEqual(["En gang", "Et svar"]);
  expect(thread!.resolved).toMatchObject({ by: people.elsa.id });
  expect(Object.keys(await marks(documentId))).toEqual([threadId]);
  const told = ["response-started", "comment-started", "comment-answered", "comment-resolved"];
  expect(await eventsOf(world, responseId)).toEqual(told);
  const stolen = comments.start(people.elsa, responseId, { ...form, commentId: id() });
  await expect(stolen).rejects.toMatchObject({ kind: "not-found" });
});

test("[K4] one's own comment is changed and taken back; nobody else's is, and an emptied thread is solved", async () => {
  const { people, db } = world;
  const { responseId, blockId } = await written();
  const mention = `@{${people.elsa.id}} se her`;
  const { threadId, commentId } = await comment(people.sune, responseId, { blockId, quote: "Vi", comment: mention });
  const own = { commentId, comment: "Rettet" };
  await expect(comments.act(people.elsa, threadId, "edit", own)).rejects.toMatchObject({ code: "not-your-comment" });
  await expect(comments.act(people.tove, threadId, "take-back", own)).rejects.toMatchObject({
    code: "not-your-comment",
  });
  await comments.act(people.sune, threadId, "edit", own);
  expect((await pageOf(people.sune, responseId)).threads[0]!.comments[0]).toMatchObject({ text: "Rettet" });
  await comments.act(people.sune, threadId, "must-be-solved", { isSo: "yes" });
  expect(await unsolvedIn(db, responseId)).toEqual([{ threadId, blockId, quote: "Vi" }]);
  await comments.act(people.sune, threadId, "take-back", own);
  await comments.act(people.sune, threadId, "take-back", own);
  const [thread] = (await pageOf(people.sune, responseId)).threads;
  expect(thread).toMatchObject({ resolved: { by: people.sune.id }, comments: [{ text: "", isTakenBack: true }] });
  expect(await unsolvedIn(db, responseId)).toEqual([]);
  const late = comments.act(people.sune, threadId, "edit", own);
  await expect(late).rejects.toMatchObject({ kind: "conflict", code: "comment-gone" });
});

test("[K4] a solved thread is answered again only when it is opened again", async () => {
  const { people } = world;
  const { responseId, blockId } = await written();
  const { threadId } = await comment(people.sune, responseId, { blockId, quote: "Vi" });
  await comments.act(people.elsa, threadId, "resolve", {});
  const answer = { commentId: id(), comment: "Vent" };
  const late = comments.act(people.sune, threadId, "reply", answer);
  await expect(late).rejects.toMatchObject({ kind: "conflict", code: "thread-resolved" });
  await comments.act(people.sune, threadId, "reopen", {});
  await comments.act(people.sune, threadId, "reply", answer);
  expect((await pageOf(people.sune, responseId)).threads[0]).toMatchObject({ resolved: null });
});

test("[K5] a mention of nobody, of somebody who has left, or of another town's person is refused, named, and nothing is written", async () => {
  const { people, db } = world;
  const { responseId, blockId } = await written();
  const there = await neighbour(world);
  await db.update(person).set({ isActive: false }).where(eq(person.id, people.ulla.id));
  for (const stranger of [id(), people.ulla.id, there.people.elsa.id, people.rita.id]) {
    const attempt = comment(people.sune, responseId, { blockId, quote: "Vi", comment: `Hej @{${stranger}}` });
    const refused = { kind: "invalid", fields: { [`mention.${stranger}`]: "mentions-nobody" } };
    await expect(attempt).rejects.toMatchObject(refused);
    const given = comment(people.sune, responseId, { blockId, quote: "Vi", assignedTo: stranger });
    await expect(given).rejects.toMatchObject({ kind: "invalid", fields: { assignedTo: "mentions-nobody" } });
  }
  await db.update(person).set({ isActive: true }).where(eq(person.id, people.ulla.id));
  expect((await pageOf(people.sune, responseId)).threads).toEqual([]);
  const script = "<script>alert(1)</script> @anna @{ikke et id}";
  await comment(people.sune, responseId, { blockId, quote: "Vi", comment: script });
  expect((await pageOf(people.sune, responseId)).threads[0]!.comments[0]).toMatchObject({ text: script });
});

test("[K5] a comment has 1 to 10,000 characters and keeps its lines; 100 kB is refused", async () => {
  const { people } = world;
  const { responseId, blockId } = await written();
  const say = (words: string) => comment(people.sune, responseId, { blockId, quote: "Vi", comment: words });
  await expect(say("x".repeat(100_000))).rejects.toMatchObject({ fields: { comment: "too-long" } });
  await expect(say(" \n ")).rejects.toMatchObject({ fields: { comment: "missing" } });
  await say("Første\r\nanden");
  await say("y".repeat(10_000));
  const texts = (await pageOf(people.sune, responseId)).threads.map((thread) => thread.comments[0]!.text.slice(0, 12));
  expect(texts.sort()).toEqual(["Første\nanden", "yyyyyyyyyyyy"]);
});

test("[K6] who is mentioned, given a thread or answered is told, once, by ids alone, and never by themselves", async () => {
  const { people, db } = world;
  const { responseId, blockId } = await written();
  const on = { blockId, quote: "forslaget", place: 11 };
  const hello = `@{${people.elsa.id}} og @{${people.sune.id}}: enige?`;
  const { threadId } = await comment(people.sune, responseId, { ...on, comment: hello, assignedTo: people.lars.id });
  await comments.act(people.elsa, threadId, "reply", { commentId: id(), comment: `Ja, @{${people.lars.id}}` });
  await comments.act(people.tove, threadId, "assign", { assignedTo: people.tove.id });
  const rows = await db.select().from(notice).where(eq(notice.responseId, responseId));
  const told = rows.map(({ kind, userId, by, about }) => ({ kind, userId, by, about }));
  const about = { threadId, blockId };
  const byName = (one: { kind: string; userId: string }, other: { kind: string; userId: string }) =>
    (one.kind + one.userId).localeCompare(other.kind + other.userId);
  expect(told.sort(byName)).toEqual(
    [
      { kind: "mentioned", userId: people.elsa.id, by: people.sune.id, about },
      { kind: "comment-assigned", userId: people.lars.id, by: people.sune.id, about },
      { kind: "mentioned", userId: people.lars.id, by: people.elsa.id, about },
      { kind: "comment-answered", userId: people.sune.id, by: people.elsa.id, about },
    ].sort(byName),
  );
  expect(await db.select().from(commentMention)).toContainEqual(expect.objectContaining({ userId: people.elsa.id }));
});

test("[K7] a page that has the newest is answered with nothing, and with everything after any command", async () => {
  const { people } = world;
  const { responseId, blockId } = await written();
  const { threadId, commentId } = await comment(people.sune, responseId, { blockId, quote: "Vi" });
  const commands: [ThreadCommand, object][] = [
    ["reply", { commentId: id(), comment: "Nej" }],
    ["edit", { commentId, comment: "Andet" }],
    ["assign", { assignedTo: people.elsa.id }],
    ["must-be-solved", { isSo: "yes" }],
    ["resolve", {}],
    ["reopen", {}],
    ["attach", { blockId, quote: "tavler", place: 31 }],
    ["take-back", { commentId }],
  ];
  let { stamp } = await comments.since(people.elsa, responseId, null);
  for (const [command, form] of commands) {
    expect(await comments.since(people.elsa, responseId, stamp)).toEqual({ stamp, page: null });
    await comments.act(people.sune, threadId, command, form);
    const news = await comments.since(people.elsa, responseId, stamp);
    expect(news.page, command).not.toBeNull();
    stamp = news.stamp;
  }
  await expect(comments.since(people.rita, responseId, stamp)).rejects.toMatchObject({ kind: "not-found" });
  const there = await neighbour(world);
  await expect(comments.since(there.people.tove, responseId, stamp)).rejects.toMatchObject({ kind: "not-found" });
  await expect(comments.act(there.people.tove, threadId, "resolve", {})).rejects.toMatchObject({ kind: "not-found" });
});

test("[K2] a thread that has come loose is attached to other words, and to nothing that is not there", async () => {
  const { people } = world;
  const { responseId, documentId, blockId } = await written();
  const { threadId } = await comment(people.sune, responseId, { blockId, quote: "Vi", place: 0 });
  const to = { blockId, quote: "tavler", place: 31 };
  await comments.act(people.lars, threadId, "attach", to);
  expect(await marks(documentId)).toEqual({ [threadId]: { blockId, from: 31, to: 37 } });
  expect((await pageOf(people.lars, responseId)).threads[0]).toMatchObject(to);
  const gone = comments.act(people.lars, threadId, "attach", { ...to, quote: "borde" });
  await expect(gone).rejects.toMatchObject({ code: "words-gone" });
});

test("[K3] a comment on a clause is one on a clause of this hearing, and lies on no words", async () => {
  const { people, called } = world;
  const { responseId, documentId, blockId } = await written();
  const { threadId } = await comment(people.sune, responseId, { clauseId: called("Indlæggelse") });
  expect((await pageOf(people.lars, responseId)).threads[0]).toMatchObject({
    clauseId: called("Indlæggelse"),
    blockId: null,
  });
  expect(await marks(documentId)).toEqual({});
  await expect(comment(people.sune, responseId, { clauseId: id() })).rejects.toMatchObject({ kind: "not-found" });
  const moved = comments.act(people.sune, threadId, "attach", { blockId, quote: "Vi", place: 0 });
  await expect(moved).rejects.toMatchObject({ code: "comment-of-clause" });
});

test("people are found by the beginnings of their names and centers, never those who keep the house", async () => {
  const { people } = world;
  const { responseId } = await written();
  const named = async (query: string) =>
    (await comments.people(people.sune, responseId, query)).map(({ name }) => name);
  expect(await named("led")).toEqual(["Lars Leder", "Lone Leder"]);
  expect(await named("social")).toEqual(["Lars Leder", "Sune Social"]);
  expect(await named("ældre lone")).toEqual(["Lone Leder"]);
  expect(await named("rita")).toEqual([]);
  expect(await named("%' or 1=1")).toEqual([]);
  expect(await named("")).toHaveLength(8);
});
