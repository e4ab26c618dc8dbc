import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { type HearingWorld, hearingWorld, neighbour, textSent } from "../../tests/world/hearing";
import { edited, type Hearing, openNow, replacing, says, suggestion, textOfWords } from "../../tests/world/suggestions";
import type { Viewer } from "../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

describe("[G4] what is proposed is judged as the text itself", () => {
  test("whatever the names and limits do not allow is refused, and nothing is kept", async () => {
    const { suggestions, people } = world;
    const hearing = await textOfWords(world, "Vi støtter forslaget.");
    const [good] = await edited(world, hearing, replacing(hearing.blockId, "Nej."));
    const [block] = good!.proposed;
    const bad = (proposed: unknown, more: object = {}) => ({ ...good, ...more, proposed });
    const tries: [string, unknown][] = [
      ["not-a-suggestion", bad([{ ...block, kind: "script" }])],
      ["not-a-suggestion", bad([{ ...block, level: 9 }])],
      ["not-a-suggestion", bad([{ ...block, kind: "paragraph", level: 2 }])],
      ["not-a-suggestion", bad([{ ...block, kind: "footnote" }])],
      ["not-a-suggestion", bad([{ ...block, id: "another-block" }])],
      ["not-a-suggestion", bad([block, block])],
      ["not-a-suggestion", bad([{ ...block, onclick: "x" }])],
      ["not-a-suggestion", bad([{ ...block, content: [{ text: "x", href: "javascript:alert(1)" }] }])],
      ["not-a-suggestion", bad([{ ...block, content: [{ text: "x", notes: [""] }] }])],
      ["not-a-suggestion", bad([{ ...block, id: null, kind: "footnote" }])],
      ["not-a-suggestion", bad([{ ...block, id: null, note: "block-name" }])],
      ["not-a-suggestion", bad([{ ...block, id: null, kind: "footnote", note: hearing.blockId }])],
      ["not-a-suggestion", bad([{ ...block, content: [{ text: "\u0000" }] }])],
      ["not-a-suggestion", bad([{ ...block, content: [{ text: "\ud800" }] }])],
      ["not-a-suggestion", bad([{ ...block, content: "x" }])],
      ["not-a-suggestion", bad([], { base: [] })],
      ["not-a-suggestion", bad([block], { id: "1" })],
      ["suggestion-too-large", bad([{ ...block, content: [{ text: "a".repeat(70_000) }] }])],
    ];
    for (const [code, one] of tries) {
      const refused = suggestions.save(people.lone, hearing.responseId, { suggestions: JSON.stringify([one]) });
      await expect(refused, JSON.stringify(one)?.slice(0, 300)).rejects.toMatchObject({ kind: "invalid" });
      const fields = await refused.catch((error: { fields: object }) => Object.values(error.fields));
      expect(fields).toContain(code);
    }
    for (const suggestions_ of ["", "{", "[1]", "null"])
      await expect(
        suggestions.save(people.lone, hearing.responseId, { suggestions: suggestions_ }),
      ).rejects.toMatchObject({ kind: "invalid" });
    expect(await openNow(world, people.tove, hearing)).toEqual([]);
  });

  test("a person has at most 500 open ones in a text", async () => {
    const { suggestions, people } = world;
    const hearing = await textOfWords(world, "Vi støtter forslaget.");
    const [one] = await edited(world, hearing, replacing(hearing.blockId, "Nej."));
    const many = (count: number) => JSON.stringify(Array.from({ length: count }, () => ({ ...one, id: newId() })));
    await suggestions.save(people.lone, hearing.responseId, { suggestions: many(500) });
    const more = suggestions.save(people.lone, hearing.responseId, { suggestions: many(1) });
    await expect(more).rejects.toMatchObject({ kind: "conflict", code: "too-many-suggestions" });
    expect(await openNow(world, people.tove, hearing)).toHaveLength(500);
  });

  test("all that a person has open in a text is at most a megabyte", async () => {
    const { suggestions, people } = world;
    const hearing = await textOfWords(world, "Vi støtter forslaget.");
    const [one] = await edited(world, hearing, replacing(hearing.blockId, "a".repeat(60_000)));
    const many = (count: number) => JSON.stringify(Array.from({ length: count }, () => ({ ...one, id: newId() })));
    await suggestions.save(people.lone, hearing.responseId, { suggestions: many(10) });
    const more = suggestions.save(people.lone, hearing.responseId, { suggestions: many(10) });
    await expect(more).rejects.toMatchObject({ kind: "conflict", code: "too-many-suggestions" });
    expect(await openNow(world, people.tove, hearing)).toHaveLength(10);
  });

  test("a forged base finds nothing in the text that it could replace", async () => {
    const { suggestions, people } = world;
    const hearing = await textOfWords(world, "Vi støtter forslaget.");
    const [one] = await edited(world, hearing, replacing(hearing.blockId, "Nej."));
    const forged = { ...one, base: one!.base.map((block) => says(block, "Aldrig skrevet.")) };
    const saved = await suggestions.save(people.lone, hearing.responseId, { suggestions: JSON.stringify([forged]) });
    const seen = saved.kept.map(({ id, changedAt }) => `${id}|${changedAt}`);
    const refused = suggestions.accept(people.sune, hearing.responseId, { suggestion: seen });
    await expect(refused).rejects.toMatchObject({ code: "suggestion-out-of-date" });
  });
});

test("[G2] [D3] who may suggest, and who decides, by role and state", async () => {
  const { suggestions, people } = world;
  const answers = async (hearing: Hearing, viewer: Viewer, seen: string) => {
    const [run] = await edited(world, hearing, (block) =>
      block.kind === "paragraph" ? [says(block, "Nej.")] : [block],
    );
    const tried = async (what: Promise<unknown>) =>
      what.then(() => "yes").catch((error: { code: string }) => error.code);
    const sought = `${newId()}|x`;
    return [
      await tried(suggestions.list(viewer, hearing.responseId, null)),
      await tried(suggestions.save(viewer, hearing.responseId, { suggestions: JSON.stringify([run]) })),
      await tried(suggestions.accept(viewer, hearing.responseId, { suggestion: sought })),
      await tried(suggestions.reject(viewer, hearing.responseId, { suggestion: seen })),
    ];
  };
  const no = "not-found";
  const table: [keyof typeof people, string[], string[]][] = [
    ["sune", ["yes", "yes", no, "yes"], ["yes", "document-not-active", "document-not-active", "document-not-active"]],
    ["tove", ["yes", "yes", no, "yes"], ["yes", "document-not-active", "document-not-active", "document-not-active"]],
    ...(["lars", "dorte", "jens", "unni"] as const).map((key): [keyof typeof people, string[], string[]] => [
      key,
      ["yes", "yes", "suggestions-not-yours-to-decide", "suggestions-not-yours-to-decide"],
      ["yes", "document-not-active", "suggestions-not-yours-to-decide", "suggestions-not-yours-to-decide"],
    ]),
    [
      "lise",
      ["yes", "not-yours-to-suggest", "suggestions-not-yours-to-decide", "suggestions-not-yours-to-decide"],
      ["yes", "not-yours-to-suggest", "suggestions-not-yours-to-decide", "suggestions-not-yours-to-decide"],
    ],
    ["rita", [no, no, no, no], [no, no, no, no]],
    ["adam", [no, no, no, no], [no, no, no, no]],
  ];
  const locked = await textSent(world);
  for (const [key, whileWritten, whenLocked] of table) {
    const hearing = await suggestion(world);
    expect([key, await answers(hearing, people[key], hearing.seen)]).toEqual([key, whileWritten]);
    expect([key, await answers(locked, people[key], `${newId()}|x`)]).toEqual([key, whenLocked]);
  }
});

test("[G2] [D2] another's suggestion is not changed, and one of another municipality is not there", async () => {
  const { suggestions, people } = world;
  const hearing = await suggestion(world);
  const [one] = await openNow(world, people.lone, hearing);
  const { id, after, base, proposed } = one!;
  const form = { suggestions: JSON.stringify([{ id, after, base, proposed }]) };
  await expect(suggestions.save(people.lars, hearing.responseId, form)).rejects.toMatchObject({
    code: "suggestion-not-yours",
  });
  const taken = suggestions.save(people.lars, hearing.responseId, { withdrawn: id });
  await expect(taken).rejects.toMatchObject({ code: "suggestion-not-yours" });
  const there = await neighbour(world);
  const found = [
    suggestions.list(there.people.tove, hearing.responseId, null),
    suggestions.save(there.people.tove, hearing.responseId, form),
    suggestions.accept(there.people.tove, hearing.responseId, { suggestion: hearing.seen }),
    suggestions.accept(there.people.tove, there.responseId, { suggestion: hearing.seen }),
    suggestions.reject(there.people.tove, there.responseId, { suggestion: hearing.seen }),
  ];
  for (const one of await Promise.allSettled(found))
    expect(one).toMatchObject({ status: "rejected", reason: { kind: "not-found" } });
});
