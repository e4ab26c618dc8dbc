import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { randomDocument } from "../../../tests/documents/random-document";
import { ThreeWriters } from "../../../tests/history/three-writers";
import { type Random, seeded } from "../../../tests/sync/random";
import { type ResponseDocument, ROOTS } from "../document";
import { readDocument } from "../read";
import { writeDocument } from "../write";
import { restoreDocument, restoreItem } from "./restore";

const everywhere = () => true;

function docOf(document: ResponseDocument): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument(document));
  return doc;
}

/** Another document of the same paragraphs: some gone, some new, in another order, with other words and looks. */
function relative(random: Random, document: ResponseDocument): ResponseDocument {
  const other = randomDocument(random);
  const known = document.blocks.filter(() => random.below(4) > 0);
  const blocks = [...known, ...other.blocks].map((item, index) => {
    const twin = document.blocks[index];
    const isTwin = twin && item.type === "block" && twin.type === "block" && !known.includes(item);
    return isTwin && random.below(2) === 0 && !known.some(({ id }) => id === twin.id) ? { ...item, id: twin.id } : item;
  });
  for (let from = blocks.length - 1; from > 0; from--) {
    const to = random.below(from + 1);
    const [one, two] = [blocks[from], blocks[to]];
    if (one && two) [blocks[from], blocks[to]] = [two, one];
  }
  const seen = new Set<string>();
  const once = blocks.filter(({ id }) => !seen.has(id) && seen.add(id));
  const cells = new Set(
    once.flatMap((one) => (one.type === "table" ? one.rows.flat().flatMap((c) => c.blocks.map((b) => b.id)) : [])),
  );
  const whole = once.filter((one) => one.type === "table" || !cells.has(one.id));
  return readDocument(docOf({ ...document, blocks: whole, links: { ...document.links, ...other.links } }));
}

describe.each(Array.from({ length: 60 }, (_, index) => index + 1))("restoring (seed %i)", (seed) => {
  const random = seeded(seed);
  const then = readDocument(docOf(randomDocument(random)));
  const now = relative(random, then);

  test("[V6] the text reads exactly as it did, ids, looks and links too, and back again", () => {
    const doc = docOf(now);
    restoreDocument(doc, then, everywhere);
    expect(readDocument(doc)).toEqual(then);
    restoreDocument(doc, now, everywhere);
    expect(readDocument(doc)).toEqual(now);
  });

  test("[V6] what reads so already is not touched", () => {
    const doc = docOf(now);
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.transact(() => restoreDocument(doc, readDocument(doc), everywhere));
    expect(updates).toEqual([]);
  });

  test("[V6] one paragraph comes back by itself, and the others stay as they are", () => {
    const doc = docOf(now);
    const one = then.blocks[random.below(then.blocks.length)]!;
    expect(restoreItem(doc, then, one.id, everywhere)).toBe(true);
    const after = readDocument(doc);
    expect(after.blocks.find(({ id }) => id === one.id)).toEqual(one);
    expect(after.blocks.filter(({ id }) => id !== one.id)).toEqual(now.blocks.filter(({ id }) => id !== one.id));
  });
});

test("[V6] logs of real editors are restored to any place, too", () => {
  for (const seed of [3, 5, 8]) {
    const writers = new ThreeWriters(seeded(seed));
    for (let step = 0; step < 80; step++) writers.step();
    const doc = new Y.Doc();
    const texts: ResponseDocument[] = [];
    for (const { payload } of writers.rows) {
      Y.applyUpdate(doc, payload);
      texts.push(readDocument(doc));
    }
    const then = texts[Math.floor(texts.length / 3)]!;
    restoreDocument(doc, then, everywhere);
    const ids = then.blocks.map(({ id }) => id);
    // While two people move one paragraph at once it stands there twice, until the server has mended that.
    if (new Set(ids).size === ids.length) expect(readDocument(doc).blocks).toEqual(then.blocks);
  }
});

function oneBlock(text: string): ResponseDocument {
  return {
    schemaVersion: 2,
    blocks: [{ type: "block", id: "block-1", kind: "paragraph", level: 0, content: [{ text }] }],
    links: {},
  };
}

function textIn(doc: Y.Doc): Y.XmlText {
  return (doc.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

test("[V6] a comment's mark stays on the words that stay", () => {
  const doc = docOf(oneBlock("Vi støtter ikke forslaget om varsling."));
  textIn(doc).format(3, 7, { "comment--AAAAAAAA": { id: "thread-1" } });
  restoreDocument(doc, oneBlock("Vi støtter forslaget om tidlig varsling."), everywhere);
  expect(textIn(doc).toDelta()).toEqual([
    { insert: "Vi " },
    { insert: "støtter", attributes: { "comment--AAAAAAAA": { id: "thread-1" } } },
    { insert: " forslaget om tidlig varsling." },
  ]);
});

test("[V6] what somebody types at the same moment beside restored words is kept", () => {
  const doc = docOf(oneBlock("Vi støtter ikke forslaget."));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  textIn(other).insert(26, " Med venlig hilsen");
  restoreDocument(doc, oneBlock("Vi støtter forslaget."), everywhere);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(textIn(doc).toString()).toBe("Vi støtter forslaget. Med venlig hilsen");
});

test("[V6] a link comes back where its clause can still be linked to, and is left out where it cannot", () => {
  const center = "11111111-1111-4111-8111-111111111111";
  const link = (id: string) => ({ kind: "clause" as const, id: `${id.repeat(8)}-2222-4222-8222-222222222222`, center });
  const then = {
    ...oneBlock("Teksten"),
    links: { "block-1": [{ ...link("a"), stance: "support" as const }, link("b")] },
  };
  const doc = docOf({ ...oneBlock("Teksten"), links: { "block-1": [link("c")] } });
  restoreDocument(doc, then, ({ id }) => !id.startsWith("b"));
  expect(readDocument(doc).links).toEqual({ "block-1": [{ ...link("a"), stance: "support" }] });
});
