import { type Block, SCHEMA_VERSION } from "../../../app/document-model/document";
import { writeDocument } from "../../../app/document-model/write";

const SENTENCE = "Kommunen har set på forslaget og finder, at det på de fleste punkter kan gennemføres som beskrevet. ";

/** A text of some pages, as a hearing's is when people join it: every server begins with it. */
export function seed(): Uint8Array {
  const blocks = Array.from({ length: 40 }, (_, index): Block => {
    return { type: "block", id: `seed-${index}`, kind: "paragraph", level: 0, content: [{ text: SENTENCE.repeat(4) }] };
  });
  return writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} });
}
