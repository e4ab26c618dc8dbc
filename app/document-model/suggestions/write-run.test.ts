import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  allBlocks,
  type Block,
  type Inline,
  type Link,
  type ResponseDocument,
  ROOTS,
  SCHEMA_VERSION,
  textOf,
} from "../document";
import { hasHeir } from "../heirs";
import { readDocument } from "../read";
import { writeDocument } from "../write";
import { applyRun } from "./apply";
import { runsBetween } from "./diff";
import { looksOf } from "./hash";
import { type Blocks, isBlock, rowsOf } from "./rows";
import type { Run } from "./shapes";
import { randomEdited, randomText, seeded } from "./testing";
import { writeRun } from "./write-run";

const LINK: Link = {
  kind: "clause",
  id: "11111111-1111-4111-8111-111111111111",
  center: "22222222-2222-4222-8222-222222222222",
};
const paragraph = (id: string, ...content: Inline[]): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content,
});
const said = (id: string, text: string) => paragraph(id, { text });

function liveDoc(blocks: Blocks, links: ResponseDocument["links"] = {}): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links }));
  return doc;
}

function elementAt(doc: Y.Doc, at: number): Y.XmlElement {
  const element = doc.getXmlFragment(ROOTS.body).get(at);
  if (!(element instanceof Y.XmlElement)) throw new Error("Expected an element there");
  return element;
}

function textAt(doc: Y.Doc, at: number): Y.XmlText {
  const text = elementAt(doc, at).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error("Expected a text there");
  return text;
}

/** A comment's mark, which is not in the canonical text. */
function commented(doc: Y.Doc, at: number, words: string): void {
  const text = textAt(doc, at);
  const plain: string = text
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join("");
  text.format(plain.indexOf(words), words.length, { "comment--AAAAAAAA": { id: "thread-1" } });
}

function commentedWords(doc: Y.Doc): string[] {
  return doc
    .getXmlFragment(ROOTS.body)
    .toArray()
    .flatMap((element) => (element instanceof Y.XmlElement ? element.toArray() : []))
    .flatMap((text): { insert: string; attributes?: object }[] => (text instanceof Y.XmlText ? text.toDelta() : []))
    .flatMap(({ insert, attributes }) => ("comment--AAAAAAAA" in (attributes ?? {}) ? [insert] : []));
}

let made = 0;
const newId = () => `made-${made++}xxx`;
const write = (doc: Y.Doc, run: Run) => doc.transact(() => writeRun(doc, run, newId));
const runTo = (doc: Y.Doc, ...edited: Block[]): Run => {
  const [run, ...others] = runsBetween(readDocument(doc).blocks, edited);
  if (!run || others.length > 0) throw new Error("Expected one run");
  return run;
};

describe("[G5] accepting is an ordinary edit of the fewest words", () => {
  test("a comment's mark stays on the words that stay, and around what is put in among them", () => {
    const doc = liveDoc([said("block-a", "Kommunen støtter forslaget om fælles varsling.")]);
    commented(doc, 0, "støtter forslaget om");
    write(doc, runTo(doc, said("block-a", "Kommunen støtter helt forslaget om tidlig varsling.")));
    expect(textOf(readDocument(doc).blocks[0] as Block)).toBe("Kommunen støtter helt forslaget om tidlig varsling.");
    expect(commentedWords(doc)).toEqual(["støtter helt forslaget om"]);
  });

  test("what another types in the rest of the paragraph at the same moment is there with it", () => {
    const doc = liveDoc([said("block-a", "Kommunen støtter forslaget om fælles varsling.")]);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    textAt(other, 0).insert(0, "Hele ");
    write(doc, runTo(doc, said("block-a", "Kommunen støtter slet ikke varsling.")));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(textOf(readDocument(doc).blocks[0] as Block)).toBe("Hele Kommunen støtter slet ikke varsling.");
  });

  test("of a split both halves have the links, and a mark follows its words into the new one", () => {
    const doc = liveDoc([said("block-a", "Kommunen støtter forslaget. Dog ikke varslingen.")], { "block-a": [LINK] });
    commented(doc, 0, "varslingen");
    write(doc, runTo(doc, said("block-a", "Kommunen støtter forslaget."), said("block-n", "Dog ikke varslingen.")));
    const { blocks, links } = readDocument(doc);
    expect(blocks.map((block) => isBlock(block) && textOf(block))).toEqual([
      "Kommunen støtter forslaget.",
      "Dog ikke varslingen.",
    ]);
    expect(blocks[0]?.id).toBe("block-a");
    expect(links[blocks[1]?.id ?? ""]).toEqual([LINK]);
    expect(commentedWords(doc)).toEqual(["varslingen"]);
  });

  test("of a join the one that is left has both's links, and is the other's heir", () => {
    const blocks = [said("block-a", "Kommunen støtter forslaget."), said("block-b", "Dog ikke varslingen.")];
    const doc = liveDoc(blocks, { "block-b": [LINK] });
    commented(doc, 1, "varslingen");
    write(doc, runTo(doc, said("block-a", "Kommunen støtter forslaget. Dog ikke varslingen.")));
    const after = readDocument(doc);
    expect(after.blocks).toHaveLength(1);
    expect(after.links["block-a"]).toEqual([LINK]);
    expect(hasHeir(doc, "block-b", "block-a")).toBe(true);
    expect(commentedWords(doc)).toEqual(["varslingen"]);
  });

  test("a new paragraph has no links, and neither has one whose place another takes", () => {
    const doc = liveDoc([said("block-a", "Kommunen støtter forslaget."), said("block-b", "Plan.")], {
      "block-a": [LINK],
    });
    write(doc, runTo(doc, said("block-n", "Noget andet."), said("block-b", "Plan.")));
    expect(readDocument(doc).links).toEqual({});
  });

  test("a new footnote gets an id of its own, and its words with it", () => {
    const [base, note] = [
      said("block-a", "Efter aftalen."),
      { ...said("note-1", "Se bilag 2."), kind: "footnote" as const },
    ];
    const doc = liveDoc([base]);
    const [run] = runsBetween(
      [base],
      [paragraph("block-a", { text: "Efter " }, { text: "aftalen.", notes: ["note-1"] }), note],
    );
    write(doc, run!);
    const [first, second] = readDocument(doc).blocks as Block[];
    expect(second).toMatchObject({ kind: "footnote", content: [{ text: "Se bilag 2." }] });
    expect(second!.id).not.toBe("note-1");
    expect(first!.content).toEqual([{ text: "Efter " }, { text: "aftalen.", notes: [second!.id] }]);
  });

  test("the last paragraph of a text, or of a cell, leaves an empty one", () => {
    const doc = liveDoc([said("block-a", "Alene.")]);
    write(doc, { after: null, base: [said("block-a", "Alene.")], proposed: [] });
    expect(readDocument(doc).blocks).toMatchObject([{ kind: "paragraph", content: [] }]);
  });
});

test("[G5] the live document reads as the run applied to the text, over random edits", { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = seeded(seed);
    const base = randomText(random);
    const doc = liveDoc(base);
    let expected: Blocks = base;
    for (const run of runsBetween(base, randomEdited(random, base))) {
      expected = applyRun(expected, run, newId);
      write(doc, run);
    }
    expect(reading(readDocument(doc).blocks), `seed ${seed}`).toEqual(reading(expected));
    const ids = [...allBlocks(readDocument(doc))].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

function reading(blocks: Blocks): unknown {
  return rowsOf(blocks).map(({ entries }) =>
    entries.map((entry) =>
      isBlock(entry) ? [entry.id.startsWith("made-") ? "new" : entry.id, looksOf(entry)] : entry.id,
    ),
  );
}

// Letter by letter against all others it would take an hour.
test("[G4] as much as a suggestion may hold is written in a moment", { timeout: 60_000 }, () => {
  const doc = liveDoc([said("block-a", "x ".repeat(15_000))]);
  write(doc, runTo(doc, said("block-a", "y ".repeat(30_000))));
  expect(textOf(readDocument(doc).blocks[0] as Block)).toBe("y ".repeat(30_000));
});
