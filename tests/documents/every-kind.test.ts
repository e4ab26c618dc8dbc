import { Node as PmNode } from "@tiptap/pm/model";
import { prosemirrorToYXmlFragment, yDocToProsemirrorJSON } from "@tiptap/y-tiptap";
import JSZip from "jszip";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalJson } from "../../app/document-model/canonical";
import { allBlocks, type ResponseDocument, ROOTS } from "../../app/document-model/document";
import { isFootnote } from "../../app/document-model/notes";
import { readDocument } from "../../app/document-model/read";
import { needsRepair } from "../../app/document-model/repair";
import { SEED_CLIENT, writeDocument } from "../../app/document-model/write";
import { documentIn } from "../../server/document-store/frozen-text";
import { docxOf } from "../../server/exports/docx/write";
import { letterOf, linesOf } from "../../server/exports/letter/letter";
import { sampleFacts } from "../../server/exports/letter/sample";
import { printable } from "../../server/exports/letter/text";
import { createPress } from "../../server/exports/pdf/press";
import { sha256 } from "../../server/sha256";
import { schema } from "../editor/headless-page";
import { seeded } from "../sync/random";
import { randomDocument } from "./random-document";

const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1);
const documentOf = (seed: number) => randomDocument(seeded(seed));

function docOf(document: ResponseDocument): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument(document));
  return doc;
}

test("[E3] [E12] a document of any kind reads back as it was written, and needs no repair", () => {
  for (const seed of seeds) {
    const document = documentOf(seed);
    const doc = docOf(document);
    expect(readDocument(doc), `seed ${seed}`).toEqual(document);
    expect(needsRepair(doc), `seed ${seed}`).toBe(false);
  }
});

test("[E3] the editor takes every document as valid, and writes it byte for byte as the server does", () => {
  for (const seed of seeds) {
    const document = { ...documentOf(seed), links: {} };
    const text = PmNode.fromJSON(schema, yDocToProsemirrorJSON(docOf(document), ROOTS.body));
    text.check();
    const doc = new Y.Doc();
    doc.clientID = SEED_CLIENT;
    prosemirrorToYXmlFragment(text, doc.getXmlFragment(ROOTS.body));
    expect(readDocument(doc), `seed ${seed}`).toEqual(document);
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).equals(Buffer.from(writeDocument(document))), `seed ${seed}`).toBe(
      true,
    );
  }
});

test("[E3] [X7] frozen and read again a document is the same, and so is its hash", () => {
  for (const seed of seeds) {
    const canonical = canonicalJson(documentOf(seed));
    const again = documentIn({ canonical, sha256: sha256(canonical) });
    expect(canonicalJson(again), `seed ${seed}`).toBe(canonical);
  }
});

/** Words of every part that a letter has to say; an empty footnote says nothing. */
const wordsOf = (document: ResponseDocument) =>
  [...allBlocks(document)].flatMap(({ content }) =>
    content.flatMap((one) => ("text" in one ? printable(one.text).trim() : [])),
  );

test("[X2] [X8] a letter says every word of its document, and each note of it once", () => {
  for (const seed of seeds) {
    const document = documentOf(seed);
    const letter = letterOf(document, sampleFacts);
    const lines = [...linesOf(letter.body), ...letter.notes];
    const said = lines.flatMap(({ content }) => content.flatMap((one) => ("text" in one ? one.text.trim() : [])));
    const counted = (words: readonly string[]) => words.filter((word) => word !== "Note:").sort();
    expect(counted(said), `seed ${seed}`).toEqual(counted(wordsOf(document)));
    const numbers = lines.flatMap(({ content }) =>
      content.flatMap((one) => ("note" in one && !one.again ? one.note : [])),
    );
    expect(numbers, `seed ${seed}`).toEqual(letter.notes.map((_, index) => index + 1));
    const notes = [...allBlocks(document)].filter(isFootnote);
    expect(new Set(lines.map(({ id }) => id)).size, `seed ${seed}`).toBe(lines.length);
    expect(letter.notes.length, `seed ${seed}`).toBeLessThanOrEqual(notes.length);
  }
});

test("[X1] [X8] the Word file of any document holds its words and notes", async () => {
  for (const seed of seeds.slice(0, 25)) {
    const document = documentOf(seed);
    const letter = letterOf(document, sampleFacts);
    const zip = await JSZip.loadAsync(await docxOf(letter));
    const read = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
    const xml = `${await read("word/document.xml")}${await read("word/footnotes.xml")}`;
    const plain = xml
      .replace(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    for (const word of wordsOf(document)) expect(plain.includes(word), `seed ${seed}: ${word}`).toBe(true);
    expect((await read("word/document.xml")).match(/<w:footnoteReference /g)?.length ?? 0).toBe(letter.notes.length);
  }
}, 60_000);

test("[X6] [X8] the PDF of any document can be set, tagged", async () => {
  const press = createPress();
  for (const seed of seeds.slice(0, 6)) {
    const pdf = await press.pdfOf(letterOf(documentOf(seed), sampleFacts));
    expect(Buffer.from(pdf).toString("latin1"), `seed ${seed}`).toContain("<pdfuaid:part>1<");
  }
}, 60_000);
