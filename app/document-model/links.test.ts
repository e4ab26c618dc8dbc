import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Link, Stance } from "./document";
import { addLink, copyLinks, linkKey, linkMap, linksByBlock, readLinkKey, removeLink, setStance } from "./links";

const CLAUSE = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";
const SOCIAL = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const ELDERLY = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
const BLOCK = "afsnit000001";

const link = (id: string, center = SOCIAL): Link => ({ kind: "clause", id, center });

test("[L1] two people who link one paragraph at the same moment both keep their link", () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  addLink(one, BLOCK, link(CLAUSE));
  addLink(two, BLOCK, link(OTHER, ELDERLY));
  addLink(two, BLOCK, link(CLAUSE, ELDERLY));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  expect(linksByBlock(one).get(BLOCK)).toEqual([link(CLAUSE), link(CLAUSE, ELDERLY), link(OTHER, ELDERLY)]);
  expect(linksByBlock(two)).toEqual(linksByBlock(one));
});

test("[L2] a key reads back as what it was written from, and whatever is no key reads as nothing", () => {
  expect(readLinkKey(linkKey(BLOCK, link(CLAUSE)))).toEqual({ blockId: BLOCK, link: link(CLAUSE) });
  for (const forged of [
    "",
    "afsnit000001",
    `${BLOCK}|clause|${CLAUSE}`,
    `${BLOCK}|clause|${CLAUSE}|${SOCIAL}|mere`,
    `${BLOCK}|person|${CLAUSE}|${SOCIAL}`,
    `<script>|clause|${CLAUSE}|${SOCIAL}`,
    `${BLOCK}|clause|../../etc/passwd|${SOCIAL}`,
  ])
    expect(readLinkKey(forged)).toBeNull();
  const doc = new Y.Doc();
  linkMap(doc).set("forged", true);
  expect(linksByBlock(doc).size).toBe(0);
  doc.getMap<unknown>("links").set(linkKey(BLOCK, link(CLAUSE)), "praise");
  expect(linksByBlock(doc).get(BLOCK)).toEqual([link(CLAUSE)]);
});

test("[L3] a paragraph that takes another's text takes its links too, and the other keeps its own", () => {
  const doc = new Y.Doc();
  addLink(doc, BLOCK, link(CLAUSE));
  addLink(doc, "afsnit000002", link(OTHER));
  copyLinks(doc, BLOCK, "afsnit000002");
  expect(linksByBlock(doc).get("afsnit000002")).toEqual([link(CLAUSE), link(OTHER)]);
  expect(linksByBlock(doc).get(BLOCK)).toEqual([link(CLAUSE)]);
});

test("[L6] a target is taken off for one center, or for all when none is named", () => {
  const doc = new Y.Doc();
  for (const center of [SOCIAL, ELDERLY]) addLink(doc, BLOCK, link(CLAUSE, center));
  removeLink(doc, BLOCK, link(CLAUSE), SOCIAL);
  expect(linksByBlock(doc).get(BLOCK)).toEqual([link(CLAUSE, ELDERLY)]);
  addLink(doc, BLOCK, link(CLAUSE, SOCIAL));
  removeLink(doc, BLOCK, link(CLAUSE));
  expect(linksByBlock(doc).get(BLOCK)).toBeUndefined();
});

const said = (stance: Stance, id = CLAUSE): Link => ({ ...link(id), stance });

test("[L8] a link has a stance or none; linking again leaves it as it is, and a link that is gone gets none", () => {
  const doc = new Y.Doc();
  const links = () => linksByBlock(doc).get(BLOCK);
  addLink(doc, BLOCK, link(CLAUSE));
  expect(links()).toEqual([link(CLAUSE)]);
  setStance(doc, BLOCK, link(CLAUSE), "change-proposal");
  addLink(doc, BLOCK, link(CLAUSE));
  addLink(doc, BLOCK, said("support"));
  expect(links()).toEqual([said("change-proposal")]);
  setStance(doc, BLOCK, link(CLAUSE), null);
  expect(links()).toEqual([link(CLAUSE)]);
  removeLink(doc, BLOCK, link(CLAUSE));
  setStance(doc, BLOCK, link(CLAUSE), "support");
  expect(links()).toBeUndefined();
});

test("[L8] of two who give one link a stance at once, one does, and both read the same", () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  addLink(one, BLOCK, link(CLAUSE));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  setStance(one, BLOCK, link(CLAUSE), "support");
  setStance(two, BLOCK, link(CLAUSE), "question");
  addLink(two, BLOCK, link(OTHER));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  const [first, second] = linksByBlock(one).get(BLOCK) ?? [];
  expect(["support", "question"]).toContain(first?.stance);
  expect(second).toEqual(link(OTHER));
  expect(linksByBlock(two)).toEqual(linksByBlock(one));
});

test("[L8] [L3] a stance comes along with the text: to a copy, and to a paragraph that has the link without one", () => {
  const doc = new Y.Doc();
  addLink(doc, BLOCK, said("support"));
  addLink(doc, BLOCK, said("question", OTHER));
  addLink(doc, "afsnit000002", link(CLAUSE));
  addLink(doc, "afsnit000002", said("point-of-attention", OTHER));
  copyLinks(doc, BLOCK, "afsnit000002");
  copyLinks(doc, BLOCK, "afsnit000003");
  expect(linksByBlock(doc).get("afsnit000002")).toEqual([said("support"), said("point-of-attention", OTHER)]);
  expect(linksByBlock(doc).get("afsnit000003")).toEqual([said("support"), said("question", OTHER)]);
});
