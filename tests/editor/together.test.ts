import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../app/document-model/canonical";
import type { Link } from "../../app/document-model/document";
import { HeadlessPage, HeadlessServer } from "./headless-page";
import { link, seedOf } from "./words";

function together(...lines: string[]) {
  const seed = seedOf(...lines);
  const ann = new HeadlessPage(seed);
  const ben = new HeadlessPage(seed);
  return { ann, ben, server: new HeadlessServer(seed, [ann, ben]) };
}

test("[L1] two people link one paragraph at once and both links stay", () => {
  const { ann, ben, server } = together("Vi støtter.");
  ann.link(0, link("a"));
  ben.link(0, link("b"));
  server.sync();
  expect(ann.lines).toEqual(["Vi støtter. [a b]"]);
  expect(ben.lines).toEqual(ann.lines);
});

test("[L1] one links while the other types, and both stay", () => {
  const { ann, ben, server } = together("Vi støtter.");
  ann.link(0, link("a"));
  ben.caret(0, -1).type(" Meget.");
  server.sync();
  expect(ann.lines).toEqual(["Vi støtter. Meget. [a]"]);
});

test("[L1] one links while the other splits: the first half has the link, and so has the other after the next split", () => {
  const { ann, ben, server } = together("Vi støtter. [b]");
  ann.link(0, link("a"));
  ben.caret(0, 3).enter();
  server.sync();
  expect(ann.lines).toEqual(["Vi  [a b]", "støtter. [b]"]);
  expect(ben.lines).toEqual(ann.lines);
});

test("[L13] one links while the other joins the paragraph to the one before: the link comes after the text", () => {
  const { ann, ben, server } = together("En. [a]", "To. [b]");
  ann.link(1, link("c"));
  ben.caret(1, 0).backspace();
  server.sync();
  expect(ann.lines).toEqual(["En.To. [a b c]"]);
  expect(ben.lines).toEqual(ann.lines);
  ben.undo();
  server.sync();
  expect(ann.lines).toEqual(["En. [a c]", "To. [b c]"]);
});

test("[L13] two paste into one empty paragraph, and one links what they pasted: the links of both stay", () => {
  const { ann, ben, server } = together("En. [a]", "", "Tre. [c]");
  ann.pasteInto(1, ann.copy(0));
  ann.link(1, link("d"));
  ben.pasteInto(1, ben.copy(2));
  server.sync();
  expect(ann.lines).toEqual(ben.lines);
  const [, both = ""] = ann.lines;
  for (const sign of ["En.", "Tre.", "a", "c", "d"]) expect(both).toContain(sign);
});

test("[L13] one links the empty paragraph that another has just moved a paragraph into: the link comes to it", () => {
  const { ann, ben, server } = together("En. [a]", "", "Tre. [c]");
  ann.link(1, link("d"));
  const cut = ben.cut(2);
  ben.pasteInto(1, cut);
  server.sync();
  expect(ann.lines).toEqual(["En. [a]", "Tre. [c d]"]);
  expect(ben.lines).toEqual(ann.lines);
});

test("[E1] one makes it a heading while the other types, and both stay", () => {
  const { ann, ben, server } = together("Vi støtter.");
  ann.dispatch(ann.state.tr.setNodeAttribute(0, "kind", "heading").setNodeAttribute(0, "level", 1));
  ben.caret(0, -1).type(" Meget.");
  server.sync();
  expect(ann.document.blocks).toMatchObject([{ kind: "heading", level: 1, content: [{ text: "Vi støtter. Meget." }] }]);
});

test("[E4] two people move one block at once: the server leaves one with the id and gives the other a new one, both linked", () => {
  const { ann, ben, server } = together("En. [a]", "To.", "Tre.");
  ann.pasteBefore(2, ann.cut(0));
  ben.pasteBefore(2, ben.cut(0));
  server.sync();
  expect(new Set(ann.ids).size).toBe(ann.ids.length);
  expect(ann.lines.filter((line) => line === "En. [a]")).toHaveLength(2);
  expect(ann.ids).toContain("block-01");
});

test("[E4] two people split one paragraph at once: unique ids, links on every part", () => {
  const { ann, ben, server } = together("Vi støtter målet helt. [a]");
  ann.caret(0, 3).enter();
  ben.caret(0, 11).enter();
  server.sync();
  expect(new Set(ann.ids).size).toBe(ann.ids.length);
  expect(ann.ids).toEqual(ben.ids);
  expect(ann.lines.every((line) => line.endsWith("[a]"))).toBe(true);
});

test("[E4] a page never mends ids that came from others", () => {
  const { ann, ben, server } = together("En. [a]", "To.", "Tre.");
  ann.pasteBefore(2, ann.cut(0));
  ben.pasteBefore(2, ben.cut(0));
  server.take(ann);
  server.take(ben);
  server.give(ann);
  expect(ann.ids.filter((id) => id === "block-01")).toHaveLength(2);
  ann.caret(1, -1).type("!");
  expect(ann.ids.filter((id) => id === "block-01")).toHaveLength(2);
});

describe("[E6] undo", () => {
  test("leaves what the other wrote in the block one made", () => {
    const { ann, ben, server } = together("En.");
    ann.pause().caret(0, -1).enter();
    ann.type("Ann");
    server.sync();
    ben.caret(1, -1).type(" og Ben");
    server.sync();
    ann.undo();
    server.sync();
    expect(ann.lines).toEqual(["En.", " og Ben"]);
    expect(ben.lines).toEqual(ann.lines);
  });

  test("leaves the links that the other has given the block one made", () => {
    const { ann, ben, server } = together("En.");
    ann.pause().caret(0, -1).enter();
    server.sync();
    ben.caret(1, 0).type("Ben");
    ben.link(1, link("b"));
    server.sync();
    const made = ben.ids[1];
    ann.undo();
    server.sync();
    expect(ann.lines).toEqual(["En.", "Ben [b]"]);
    expect(ben.ids[1]).toBe(made);
  });

  test("[L13] of a split brings the links that the other has given the second half to the whole", () => {
    const { ann, ben, server } = together("Vi støtter. [a]");
    ann.pause().caret(0, 3).enter();
    server.sync();
    ben.link(1, link("b"));
    server.sync();
    ann.undo();
    server.sync();
    expect(ben.lines).toEqual(["Vi støtter. [a b]"]);
    expect(ann.lines).toEqual(ben.lines);
  });

  test("does not take the other's link", () => {
    const { ann, ben, server } = together("En.");
    ann.link(0, link("a"));
    ben.link(0, link("b"));
    server.sync();
    ann.undo();
    server.sync();
    expect(ben.lines).toEqual(["En. [b]"]);
  });

  test("of a join brings back both, though the other typed meanwhile", () => {
    const { ann, ben, server } = together("En. [a]", "To. [c]");
    ann.pause().caret(1, 0).backspace();
    server.sync();
    ben.caret(0, 3).type(" Ben.");
    server.sync();
    ann.undo();
    server.sync();
    expect(ann.lines).toEqual(["En. Ben. [a]", "To. [c]"]);
    expect(ann.ids).toEqual(["block-01", "block-02"]);
  });
});

/** A small generator with a seed (mulberry32), so that a failing run can be run again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Step = (page: HeadlessPage, pick: (below: number) => number) => void;

const at = (page: HeadlessPage, pick: (below: number) => number) => pick(page.state.doc.childCount);

const STEPS: readonly Step[] = [
  (page, pick) => page.caret(at(page, pick), pick(9)).type("ab cd"),
  (page, pick) => page.caret(at(page, pick), pick(9)).enter(),
  (page, pick) => page.caret(at(page, pick), pick(9)).enter(),
  (page, pick) => page.caret(at(page, pick), 0).backspace(),
  (page, pick) => page.caret(at(page, pick), 0).moveBlock(pick(2) === 0 ? 1 : -1),
  (page, pick) => {
    if (page.state.doc.childCount < 3) return;
    const cut = page.cut(at(page, pick));
    page.pasteBefore(pick(page.state.doc.childCount + 1), cut);
  },
  (page, pick) => page.pasteBefore(at(page, pick), page.copy(at(page, pick))),
  (page, pick) => page.link(at(page, pick), link("abcdef".charAt(pick(6)))),
  (page, pick) => page.link(at(page, pick), link("abcdef".charAt(pick(6)))),
  (page) => page.undo(),
  (page) => page.redo(),
  (page) => void page.pause(),
];

test("[E7] what one types draws one paragraph anew for the others, and leaves the rest as it was", () => {
  const { ann, ben, server } = together("En.", "To.", "Tre.");
  const before = [...ben.state.doc.children];
  ann.caret(1, -1).type(" Mere.");
  server.sync();
  expect(ben.lines).toEqual(["En.", "To. Mere.", "Tre."]);
  const after = ben.state.doc.children;
  expect(after.map((node, index) => node === before[index])).toEqual([true, false, true]);
});

describe("[E2] [E4] a long day of three people", () => {
  test.each(Array.from({ length: 30 }, (_, seed) => seed + 1))("ends with one text and unique ids, seed %i", (seed) => {
    const pick = chance(seed);
    const start = seedOf("En her. [a]", "To der. [b c]", "Tre.", "", "Fem står nu. [f]");
    const pages = [new HeadlessPage(start), new HeadlessPage(start), new HeadlessPage(start)];
    const server = new HeadlessServer(start, pages);
    for (let round = 0; round < 120; round++) {
      const page = pages[pick(3)]!;
      STEPS[pick(STEPS.length)]!(page, pick);
      const fate = pick(6);
      if (fate === 0) server.sync();
      else if (fate === 1) server.take(page);
      else if (fate === 2) server.give(page);
      // [E7] What is kept from earlier drawings is what would be drawn now.
      expect(page.state.doc.eq(page.drawnAnew)).toBe(true);
      expect(page.mappedSizes).toEqual(page.state.doc.children.map(({ nodeSize }) => nodeSize));
    }
    server.sync();
    const [first, ...others] = pages.map((page) => canonicalJson(page.document));
    for (const other of others) expect(other).toBe(first);
    const ids = pages[0]!.ids;
    expect(ids.every((id) => id !== "")).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const page of pages) page.state.doc.check();
  });
});

describe("[L1] links in a long day", () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed + 101))(
    "none is lost that nobody removed, seed %i",
    (seed) => {
      const pick = chance(seed);
      const start = seedOf("En her.", "To der.", "Tre.", "Fire.", "Fem.");
      const pages = [new HeadlessPage(start), new HeadlessPage(start)];
      const server = new HeadlessServer(start, pages);
      const held = new Map<string, Map<string, Link>>();
      // Splits, moves, typing and linking: nothing here may take a link away.
      const steps = [0, 1, 4, 5, 7, 8].map((step) => STEPS[step]!);
      for (let round = 0; round < 100; round++) {
        steps[pick(steps.length)]!(pages[pick(2)]!, pick);
        if (pick(4) === 0) server.sync();
        for (const page of pages) remember(held, page);
      }
      server.sync();
      const { links } = pages[0]!.document;
      for (const id of pages[0]!.ids) {
        const now = (links[id] ?? []).map((one) => one.id);
        for (const key of held.get(id)?.keys() ?? []) expect(now).toContain(key);
      }
    },
  );
});

function remember(held: Map<string, Map<string, Link>>, page: HeadlessPage): void {
  for (const [id, links] of Object.entries(page.document.links)) {
    const ofBlock = held.get(id) ?? new Map<string, Link>();
    for (const one of links) ofBlock.set(one.id, one);
    held.set(id, ofBlock);
  }
}
