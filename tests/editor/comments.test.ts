import { Slice } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { marksIn, paragraphsIn } from "../../app/document-model/comment-anchors";
import { commentOn, selectWords, together, wordsOf } from "./comment-world";

test("[K1] a copy is no second place of a conversation; words that are cut and pasted take it along", () => {
  const world = together(["Vi støtter forslaget.", "Tak."]);
  const thread = commentOn(world, "forslaget");
  const { ann } = world;
  selectWords(ann, "støtter forslaget");
  const copy = ann.copied();
  ann.select(ann.state.doc.content.size);
  ann.paste(copy);
  world.meet();
  expect(marksIn(paragraphsIn(world.hub)).get(thread.id)?.blockId).toBe(ann.blocks[0]?.id);
  selectWords(ann, "forslaget");
  const cut = ann.cut();
  expect(wordsOf(ann, thread)).toBeNull();
  ann.select(2);
  ann.paste(cut);
  world.meet();
  expect(wordsOf(world.ben, thread)).toBe("forslaget");
  selectWords(ann, "forslaget");
  ann.drag(ann.blocks[1]!.pos + 1);
  world.meet();
  expect(wordsOf(world.ben, thread)).toBe("forslaget");
  expect([...marksIn(paragraphsIn(world.hub)).keys()]).toEqual([thread.id]);
});

test("[K1] a comment of another text does not come in with its words", () => {
  const there = together(["Vi støtter forslaget."], 2);
  const thread = commentOn(there, "forslaget");
  selectWords(there.ann, "støtter forslaget");
  const copy = there.ann.copied();
  const here = together(["Her."], 3);
  here.ann.select(1);
  // Each editor has a schema of its own, as two pages have.
  here.ann.paste(Slice.fromJSON(here.ann.state.schema, copy.toJSON()));
  expect(here.ann.blocks[0]?.node.textContent).toContain("støtter forslaget");
  here.meet();
  expect(marksIn(paragraphsIn(here.hub)).has(thread.id)).toBe(false);
});

test("[K1] typing inside the words belongs to them, typing behind them does not", () => {
  const world = together(["Vi støtter forslaget."]);
  const thread = commentOn(world, "støtter");
  selectWords(world.ben, "øtter");
  world.ben.select(world.ben.state.selection.from);
  world.ben.type("x");
  selectWords(world.ben, "xøtter");
  world.ben.select(world.ben.state.selection.to);
  world.ben.type("y");
  world.meet();
  expect(wordsOf(world.ann, thread)).toBe("stxøtter");
});

test("[K2] without its mark a thread is where its words stand in its paragraph, once, and nowhere else", () => {
  const world = together(["Vi støtter forslaget.", "støtter"]);
  const blockId = world.ann.blocks[0]!.id!;
  const thread = { id: crypto.randomUUID(), blockId, quote: "støtter", place: 3 };
  expect(wordsOf(world.ann, thread)).toBe("støtter");
  selectWords(world.ann, "forslaget");
  world.ann.type("støtter");
  expect(wordsOf(world.ann, thread)).toBeNull();
  expect(wordsOf(world.ann, { ...thread, quote: "Vi støtter" })).toBe("Vi støtter");
  expect(wordsOf(world.ann, { ...thread, blockId: "elsewhere" })).toBeNull();
});

test("[K2] long words that an undo has put into another paragraph are found there, short ones by chance are not", () => {
  const long = "samarbejdet mellem hospital og kommune";
  const world = together(["Vi støtter ", `${long} fuldt ud.`]);
  const { ann, ben } = world;
  ben.select(ben.blocks[1]!.pos + 1);
  ben.press("Backspace");
  world.meet();
  const [one, other] = [commentOn(world, long), commentOn(world, "ud")];
  ben.press("Mod-z");
  world.meet();
  expect(ann.blocks.map(({ node }) => node.textContent)).toEqual(["Vi støtter ", `${long} fuldt ud.`]);
  expect(wordsOf(ann, one)).toBe(long);
  expect(wordsOf(ann, other)).toBeNull();
});
