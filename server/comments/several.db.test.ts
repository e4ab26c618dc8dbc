import { afterAll, beforeAll, expect, test } from "vitest";
import { allMarksIn, paragraphsIn } from "../../app/document-model/comment-anchors";
import { type HearingWorld, hearingWorld, writes } from "../../tests/world/hearing";
import { amend, textOfWords } from "../../tests/world/suggestions";
import { createComments } from ".";

let world: HearingWorld;
let comments: ReturnType<typeof createComments>;
beforeAll(async () => {
  world = await hearingWorld();
  comments = createComments({ ...world, onAmended: () => {} });
});
afterAll(() => world.close());

/** A text of two paragraphs, and who comments on some of its words. */
async function twoParagraphs() {
  const hearing = await textOfWords(world, "Vi støtter forslaget om fælles tavler.");
  const second = await writes(world, world.people.sune, hearing.documentId, "Dog ikke for alle.");
  const place = { blockId: hearing.blockId, quote: "fælles tavler.", place: 24 };
  const further = [{ blockId: second, quote: "Dog ikke", place: 0 }];
  const say = async (on: object) => {
    const [threadId, commentId] = [crypto.randomUUID(), crypto.randomUUID()];
    await comments.start(world.people.lone, hearing.responseId, { threadId, commentId, comment: "Nå?", ...on });
    return threadId;
  };
  const lies = async (threadId: string) => {
    const loaded = await world.documents.load(hearing.documentId);
    const anchors = allMarksIn(paragraphsIn(loaded!.doc)).get(threadId) ?? [];
    return anchors.map(({ blockId, from, to }) => [blockId, from, to]);
  };
  return { hearing, second, place, further, say, lies };
}

test("[K10] what goes over several paragraphs has its mark in each, and is there as long as something of it is", async () => {
  const { hearing, second, place, further, say, lies } = await twoParagraphs();
  const threadId = await say({ ...place, more: JSON.stringify(further) });
  expect(await lies(threadId)).toEqual([
    [hearing.blockId, 24, 38],
    [second, 0, 8],
  ]);
  const { page } = await comments.since(world.people.sune, hearing.responseId, null);
  expect(page?.threads[0]).toMatchObject({ ...place, more: further });
  await amend(world, hearing, hearing.blockId, "Noget helt andet.");
  expect(await lies(threadId)).toEqual([[second, 0, 8]]);
});

test("[K10] [K2] of words that have changed meanwhile what is left is commented on, and nothing where nothing is", async () => {
  const { second, place, further, say, lies } = await twoParagraphs();
  const gone = { ...place, quote: "stod her aldrig" };
  expect(await lies(await say({ ...gone, more: JSON.stringify(further) }))).toEqual([[second, 0, 8]]);
  await expect(say(gone)).rejects.toMatchObject({ code: "words-gone" });
  const many = JSON.stringify(Array(51).fill(further[0]));
  for (const more of ["x", "{}", many])
    await expect(say({ ...place, more })).rejects.toMatchObject({ kind: "invalid" });
});
