import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Link } from "./document";
import { addLink, copyLinks, linkKey, linkMap, linksByBlock, readLinkKey, removeLink } from "./links";

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
