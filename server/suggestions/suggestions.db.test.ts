import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allBlocks, type Block } from "../../app/document-model/document";
import { hashOfAll } from "../../app/document-model/suggestions/hash";
import { newId } from "../../db/ids";
import { eventsOf, type HearingWorld, hearingWorld, textSent, writes } from "../../tests/world/hearing";
import {
  amend,
  edited,
  openNow,
  read,
  reading,
  replacing,
  says,
  suggestion,
  suggests,
  textOfWords,
} from "../../tests/world/suggestions";
import { openIn } from "./index";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

describe("[G1] a suggestion writes nothing in the text", () => {
  test("made, changed and withdrawn, the log stays as it was, and the trail has ids alone", async () => {
    const { suggestions, people, documents } = world;
    const hearing = await textOfWords(world, "Vi støtter forslaget.");
    const before = await documents.load(hearing.documentId);
    const [run] = await edited(world, hearing, replacing(hearing.blockId, "Vi støtter ikke forslaget."));
    const form = { suggestions: JSON.stringify([run]) };
    await suggestions.save(people.lone, hearing.responseId, form);
    await suggestions.save(people.lone, hearing.responseId, form);
    const other = { ...run, proposed: run!.proposed.map((block) => ({ ...block, content: [{ text: "Nej." }] })) };
    await suggestions.save(people.lone, hearing.responseId, { suggestions: JSON.stringify([other]) });
    expect(await openNow(world, people.tove, hearing)).toMatchObject([
      { by: { name: "Lone Leder" }, proposed: [{ content: [{ text: "Nej." }] }] },
    ]);
    await suggestions.save(people.lone, hearing.responseId, { withdrawn: run!.id });
    expect(await openNow(world, people.tove, hearing)).toEqual([]);
    const after = await documents.load(hearing.documentId);
    expect(after?.headSeq).toBe(before?.headSeq);
    expect((await eventsOf(world, hearing.responseId)).slice(1)).toEqual(["suggested", "suggestion-withdrawn"]);
    // Who only suggests has a reader's socket, whose updates are refused at the door of sync. [W2]
    expect(await world.responses.accessOf(people.lone, hearing.documentId)).toBe("read");
    const trail = await world.sql`select data from audit_entry where object_id = ${hearing.responseId}`;
    expect(JSON.stringify(trail)).not.toContain("støtter");
  });

  test("a question with the same stamp is answered with nothing, until something is another", async () => {
    const { suggestions, people } = world;
    const hearing = await suggestion(world);
    const list = await suggestions.list(people.sune, hearing.responseId, null);
    expect(await suggestions.list(people.sune, hearing.responseId, list!.stamp)).toBeNull();
    await suggestions.reject(people.sune, hearing.responseId, { suggestion: hearing.seen });
    expect(await suggestions.list(people.sune, hearing.responseId, list!.stamp)).toMatchObject({ open: [] });
  });
});

describe("[G5] accepting is an edit by who accepts", () => {
  test("the text reads as proposed, the log names who accepted, row and trail also whose it was, who is told", async () => {
    const { suggestions, people, sql } = world;
    const hearing = await suggestion(world);
    expect(await suggestions.accept(people.sune, hearing.responseId, { suggestion: hearing.seen })).toEqual([]);
    expect((await reading(world, hearing)).at(-1)).toBe("Vi støtter ikke forslaget.");
    const [update] =
      await sql`select user_id, origin from document_update where document_id = ${hearing.documentId} order by seq desc limit 1`;
    expect(update).toEqual({ user_id: people.sune.id, origin: "amendment" });
    const [row] = await sql`select by, decision, decided_by from suggestion where response_id = ${hearing.responseId}`;
    expect(row).toEqual({ by: people.lone.id, decision: "accepted", decided_by: people.sune.id });
    const [entry] =
      await sql`select data from audit_entry where object_id = ${hearing.responseId} and event = 'suggestion-accepted'`;
    expect(entry?.["data"]).toMatchObject({ suggestedBy: people.lone.id });
    expect(await sql`select kind, user_id from notice where response_id = ${hearing.responseId}`).toEqual([
      { kind: "suggestion-decided", user_id: people.lone.id },
    ]);
    expect((await suggestions.list(people.lone, hearing.responseId, null))?.decided).toMatchObject([
      { decision: "accepted", by: "Sune Social" },
    ]);
  });

  test("all of a person's come in one after the other, and what does not fit is left and said", async () => {
    const { suggestions, people } = world;
    const hearing = await textOfWords(world, "Første afsnit her.");
    const second = await writes(world, people.sune, hearing.documentId, "Andet afsnit her.");
    const third = await writes(world, people.sune, hearing.documentId, "Tredje afsnit her.");
    const seen = await suggests(world, people.lone, hearing, (block) => {
      if (block.id === hearing.blockId)
        return [says(block, "Første afsnit."), says({ ...block, id: "block-fresh" }, "Nyt.")];
      return block.id === second ? [] : [block.id === third ? says(block, "Tredje afsnit.") : block];
    });
    await amend(world, hearing, third, "Noget helt andet.");
    const left = await suggestions.accept(people.tove, hearing.responseId, { suggestion: seen });
    expect(left.map(({ code }) => code)).toEqual(["suggestion-out-of-date"]);
    expect((await reading(world, hearing)).slice(-3)).toEqual(["Første afsnit.", "Nyt.", "Noget helt andet."]);
    expect(await openNow(world, people.tove, hearing)).toHaveLength(1);
    const ids = [...allBlocks(await read(world, hearing))].map(({ id }) => id);
    expect(ids).not.toContain("block-fresh");
  });
});

describe("[G6] what the text is now is said before it is overwritten", () => {
  test("accepted only by choice, and on the text that was seen", async () => {
    const { suggestions, people } = world;
    const hearing = await suggestion(world);
    await amend(world, hearing, hearing.blockId, "Vi tvivler.");
    const form = { suggestion: hearing.seen };
    const conflict = { kind: "conflict", code: "suggestion-out-of-date" };
    await expect(suggestions.accept(people.sune, hearing.responseId, form)).rejects.toMatchObject(conflict);
    const seen = (await read(world, hearing)).blocks.at(-1) as Block;
    await amend(world, hearing, hearing.blockId, "Vi tvivler meget.");
    const late = suggestions.accept(people.sune, hearing.responseId, { ...form, anyway: hashOfAll([seen]) });
    await expect(late).rejects.toMatchObject(conflict);
    const now = (await read(world, hearing)).blocks.at(-1) as Block;
    await suggestions.accept(people.sune, hearing.responseId, { ...form, anyway: hashOfAll([now]) });
    expect((await reading(world, hearing)).at(-1)).toBe("Vi støtter ikke forslaget.");
  });

  test("where its paragraph is gone it is refused whatever is chosen, and can be rejected", async () => {
    const { suggestions, people } = world;
    const hearing = await suggestion(world);
    const gone = await suggests(world, people.tove, hearing, (block) => (block.id === hearing.blockId ? [] : [block]));
    await suggestions.accept(people.tove, hearing.responseId, { suggestion: gone });
    const form = { suggestion: hearing.seen, anyway: "" };
    const refused = suggestions.accept(people.sune, hearing.responseId, form);
    await expect(refused).rejects.toMatchObject({ kind: "conflict", code: "suggestion-gone" });
    await suggestions.reject(people.sune, hearing.responseId, {
      suggestion: hearing.seen,
      reason: "Afsnittet er væk.",
    });
    expect((await suggestions.list(people.lone, hearing.responseId, null))?.decided).toMatchObject([
      { reason: "Afsnittet er væk." },
    ]);
  });
});

describe("[G7] a suggestion is decided once", () => {
  test("by a double click and by two at once there is one edit, and the second of two people is told", async () => {
    const { suggestions, people, documents } = world;
    for (let round = 0; round < 5; round += 1) {
      const hearing = await suggestion(world);
      const before = (await documents.load(hearing.documentId))!.headSeq;
      const form = { suggestion: hearing.seen };
      const tries = await Promise.allSettled([
        suggestions.accept(people.sune, hearing.responseId, form),
        suggestions.accept(people.sune, hearing.responseId, form),
        suggestions.accept(people.tove, hearing.responseId, form),
        suggestions.reject(people.elsa, hearing.responseId, form),
      ]);
      const codes = tries.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));
      expect(new Set(codes)).toEqual(new Set(["suggestion-decided"]));
      const decided = (await eventsOf(world, hearing.responseId)).filter((event) => /accepted|rejected/.test(event));
      expect(decided).toHaveLength(1);
      const after = (await documents.load(hearing.documentId))!.headSeq;
      expect(after - before).toBe(decided[0] === "suggestion-accepted" ? 1 : 0);
    }
  });

  test("one that its writer has changed since it was seen is not what was accepted", async () => {
    const { suggestions, people, clock } = world;
    const hearing = await suggestion(world);
    clock.at = new Date(clock.at.getTime() + 1000);
    const [now] = await openNow(world, people.lone, hearing);
    const { id, after, base, proposed } = now!;
    const changed = {
      id,
      after,
      base,
      proposed: proposed.map((block) => ({ ...block, content: [{ text: "Aldrig." }] })),
    };
    await suggestions.save(people.lone, hearing.responseId, { suggestions: JSON.stringify([changed]) });
    const late = suggestions.accept(people.sune, hearing.responseId, { suggestion: hearing.seen });
    await expect(late).rejects.toMatchObject({ code: "suggestion-changed" });
  });

  test("[A1] a locked text takes none, and none is decided in it", async () => {
    const { suggestions, people } = world;
    const hearing = await textSent(world);
    const [run] = await edited(world, hearing, (block) =>
      block.kind === "paragraph" ? [says(block, "Nej.")] : [block],
    );
    const form = { suggestions: JSON.stringify([run]) };
    const locked = { kind: "conflict", code: "document-not-active" };
    await expect(suggestions.save(people.lone, hearing.responseId, form)).rejects.toMatchObject(locked);
    for (const command of ["accept", "reject"] as const)
      await expect(
        suggestions[command](people.sune, hearing.responseId, { suggestion: `${newId()}|x` }),
      ).rejects.toMatchObject(locked);
  });
});

test("[G8] open suggestions are named to whoever sends the text, with where they are", async () => {
  const { people } = world;
  const hearing = await suggestion(world);
  expect(await openIn(world.db, hearing.responseId)).toMatchObject([{ by: "Lone Leder", blockIds: [hearing.blockId] }]);
  await world.suggestions.accept(people.sune, hearing.responseId, { suggestion: hearing.seen });
  expect(await openIn(world.db, hearing.responseId)).toEqual([]);
});
