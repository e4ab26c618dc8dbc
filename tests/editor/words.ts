import { type Block, type Link, type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import { writeDocument } from "../../app/document-model/write";

const CENTER = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";

/** A link told by one letter a–f (or digit 1–4), which is also how the tests show it. */
export function link(letter: string): Link {
  const id = "00000000-0000-4000-8000-000000000000".replace(/0/g, letter).replace(/-(.)(.{3})-/, "-4$2-");
  return { kind: "clause", id, center: CENTER };
}

/** A document of paragraphs; "Tekst [a b]" is one with two links. */
function documentOf(...lines: string[]): ResponseDocument {
  const links: ResponseDocument["links"] = {};
  const blocks = lines.map((line, index): Block => {
    const id = `block-${String(index + 1).padStart(2, "0")}`;
    const [, text = "", letters] = /^(.*?)(?: ?\[([a-f1-4 ]+)\])?$/.exec(line) ?? [];
    if (letters) links[id] = letters.split(" ").map(link);
    return { type: "block", id, kind: "paragraph", level: 0, content: text ? [{ text }] : [] };
  });
  return { schemaVersion: SCHEMA_VERSION, blocks, links };
}

export function seedOf(...lines: string[]): Uint8Array {
  return writeDocument(documentOf(...lines));
}
