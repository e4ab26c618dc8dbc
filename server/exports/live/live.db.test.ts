import { afterAll, beforeAll, expect, test } from "vitest";
import { type FilingWorld, filingWorld } from "../../../tests/world/filing";
import { neighbour, writes } from "../../../tests/world/hearing";
import { amend, replacing, says, suggests, textOfWords } from "../../../tests/world/suggestions";
import { createComments } from "../../comments";
import { linesIn, partIn } from "./reading";

let world: FilingWorld;
let comments: ReturnType<typeof createComments>;
beforeAll(async () => {
  world = await filingWorld();
  comments = createComments({ ...world, onAmended: () => {} });
});
afterAll(() => world.close());

const SUGGESTIONS = { suggestions: true, comments: "none" };
const word = (viewer: typeof world.people.lise, responseId: string, asked: unknown) =>
  world.exportsTo(world.newRoot()).liveWord(viewer, responseId, asked);

test("[G11] open suggestions are Word's tracked changes with author and time, and nothing is kept of the file", async () => {
  const { people, sql } = world;
  const hearing = await textOfWords(world, "Vi støtter forslaget.");
  const second = await writes(world, people.sune, hearing.documentId, "Andet afsnit her.");
  await suggests(world, people.lone, hearing, (block) => {
    if (block.id === second) return [block, says({ ...block, id: "block-fresh" }, "Et helt nyt afsnit.")];
    return replacing(hearing.blockId, "Vi støtter ikke forslaget.")(block);
  });
  const { fileName, bytes } = await word(people.lise, hearing.responseId, SUGGESTIONS);
  expect(fileName).toMatch(/ med forslag\.docx$/);
  const xml = await partIn(bytes, "document");
  expect(xml.match(/<w:ins [^>]*w:author="Lone Leder"[^>]*w:date="2026/g)?.length).toBeGreaterThan(1);
  const [all, none] = [linesIn(xml, "all"), linesIn(xml, "none")].map((lines) => lines.map(({ text }) => text));
  expect(all!.slice(-3)).toEqual(["Vi støtter ikke forslaget.", "Andet afsnit her.", "Et helt nyt afsnit."]);
  expect(none!.slice(-2)).toEqual(["Vi støtter forslaget.", "Andet afsnit her."]);
  expect(await sql`select 1 from export_file`).toHaveLength(0);
  const again = await word(people.lise, hearing.responseId, SUGGESTIONS);
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
});

test("[K9] open comments go along, or all; those whose words are gone stand in a list behind the text", async () => {
  const { people } = world;
  const hearing = await textOfWords(world, "Vi støtter forslaget.");
  const say = async (quote: string, place: number, comment: string) => {
    const [threadId, commentId] = [crypto.randomUUID(), crypto.randomUUID()];
    const { blockId, responseId } = hearing;
    await comments.start(people.lone, responseId, { threadId, commentId, blockId, quote, place, comment });
    return threadId;
  };
  const solved = await say("støtter", 3, "Gør vi det?");
  await comments.act(people.lone, solved, "resolve", {});
  await say("Vi", 0, "Hvem er vi?");
  const withOpen = await word(people.lise, hearing.responseId, { suggestions: false, comments: "open" });
  expect(withOpen.fileName).toMatch(/ med kommentarer\.docx$/);
  const document = await partIn(withOpen.bytes, "document");
  expect(document).toMatch(
    /<w:commentRangeStart w:id="0"\/><w:r><w:t [^>]*>Vi<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/,
  );
  expect(await partIn(withOpen.bytes, "comments")).not.toContain("Gør vi det?");
  await amend(world, hearing, hearing.blockId, "Noget helt andet.");
  const withAll = await word(people.lise, hearing.responseId, { suggestions: false, comments: "all" });
  expect(await partIn(withAll.bytes, "comments")).toContain("Gør vi det?");
  const lines = linesIn(await partIn(withAll.bytes, "document"), "all").map(({ text }) => text);
  expect(lines.slice(-4, -2)).toEqual(["Noget helt andet.", "Løsrevne kommentarer"]);
  expect(lines.slice(-2).sort()).toEqual(["Vi", "støtter"]);
});

test("[G11] [D2] it is for whoever reads the text, and nobody else", async () => {
  const hearing = await textOfWords(world, "Vi støtter forslaget.");
  const there = await neighbour(world);
  for (const viewer of [world.people.rita, there.people.tove])
    await expect(word(viewer, hearing.responseId, SUGGESTIONS)).rejects.toMatchObject({ kind: "not-found" });
  const wrong = word(world.people.lise, hearing.responseId, { suggestions: true, comments: "some" });
  await expect(wrong).rejects.toMatchObject({ kind: "invalid" });
});
