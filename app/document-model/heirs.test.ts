import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Link, ResponseDocument } from "./document";
import { leaveHeir, readHeirKey } from "./heirs";
import { addLink, linkMap, linksByBlock, removeLink, setStance } from "./links";
import { needsRepair, repairIds } from "./repair";
import { writeDocument } from "./write";

const CENTER = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const link = (digit: number): Link => ({
  kind: "clause",
  id: "11111111-1111-4111-8111-111111111111".replace(/1/g, String(digit)),
  center: CENTER,
});

/** A text with these paragraphs; whoever else had links is gone from it. */
function textOf(...ids: string[]): Y.Doc {
  const blocks = ids.map((id) => ({ type: "block" as const, id, kind: "paragraph" as const, level: 0, content: [] }));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument({ schemaVersion: 1, blocks, links: {} } as unknown as ResponseDocument));
  return doc;
}

const repaired = (doc: Y.Doc) => repairIds(doc, () => "never-needed");
const linksOf = (doc: Y.Doc, id: string) => linksByBlock(doc).get(id) ?? [];

test("[L13] a link given to a paragraph that another has joined meanwhile is brought after its text, once", () => {
  const doc = textOf("first1");
  leaveHeir(doc, "second", "first1");
  addLink(doc, "second", link(1));
  expect(needsRepair(doc)).toBe(true);
  expect(repaired(doc)).toBe(true);
  expect(linksOf(doc, "first1")).toEqual([link(1)]);
  expect(needsRepair(doc)).toBe(false);
});

test("[L13] who takes it off the joined paragraph has taken it off, and so it stays when the text is loaded anew", () => {
  const doc = textOf("first1");
  leaveHeir(doc, "second", "first1");
  addLink(doc, "second", link(1));
  repaired(doc);
  removeLink(doc, "first1", link(1));
  const loaded = new Y.Doc();
  Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc));
  expect(needsRepair(loaded)).toBe(false);
  expect(linksOf(loaded, "first1")).toEqual([]);
});

test("[L13] over several joins it comes to where the text is; circles and paragraphs that are gone lead nowhere", () => {
  const doc = textOf("first1");
  leaveHeir(doc, "third3", "second");
  leaveHeir(doc, "second", "first1");
  leaveHeir(doc, "lost-1", "lost-2");
  leaveHeir(doc, "lost-2", "lost-1");
  addLink(doc, "third3", link(1));
  addLink(doc, "lost-1", link(2));
  repaired(doc);
  expect(linksOf(doc, "first1")).toEqual([link(1)]);
  expect(needsRepair(doc)).toBe(false);
});

test("[L13] a paragraph that is there after all has no heir", () => {
  const doc = textOf("first1", "second");
  leaveHeir(doc, "second", "first1");
  addLink(doc, "second", link(1));
  repaired(doc);
  expect(linksOf(doc, "first1")).toEqual([]);
  expect([...linkMap(doc).keys()].some((key) => readHeirKey(key))).toBe(false);
});

test("[L8] [L13] a stance given meanwhile comes along, unless one has been given or taken back there", () => {
  const doc = textOf("first1");
  for (const digit of [1, 2, 3]) addLink(doc, "first1", link(digit));
  for (const digit of [1, 2, 3]) addLink(doc, "second", { ...link(digit), stance: "question" });
  setStance(doc, "first1", link(2), "support");
  setStance(doc, "first1", link(3), "support");
  setStance(doc, "first1", link(3), null);
  leaveHeir(doc, "second", "first1");
  repaired(doc);
  expect(linksOf(doc, "first1").map(({ stance }) => stance)).toEqual(["question", "support", undefined]);
  expect(needsRepair(doc)).toBe(false);
});

test("[L2] what is no such key is read as none", () => {
  for (const forged of ["second|joined", "second|joined|x", "second|joined|first1|more", "<b>|joined|first1", ""])
    expect(readHeirKey(forged)).toBeNull();
  expect(readHeirKey("second|joined|first1")).toEqual({ from: "second", to: "first1" });
});
