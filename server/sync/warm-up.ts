import { setImmediate as breath } from "node:timers/promises";
import * as Y from "yjs";
import { replay } from "../document-store";

const PARAGRAPHS = 300;
const EDITS = 20;
const ROUNDS = 10;

/**
 * Reads a made-up text until the engine has compiled what it reads texts with, before anybody asks for one. Whoever opened a
 * long text first after a restart waited twice as long as the next (docs/performance.md). Others are answered in between.
 */
export async function warmUp(): Promise<void> {
  const text = madeUp();
  for (let round = 0; round < ROUNDS; round++) {
    const doc = replay([text]);
    Y.encodeStateAsUpdate(doc);
    doc.destroy();
    await breath();
  }
}

/** Edited at both ends and in the middle, so that its pieces are as many as a real text's of that length. */
function madeUp(): Uint8Array {
  const doc = new Y.Doc();
  const body = doc.getXmlFragment("body");
  doc.transact(() => {
    for (let count = 0; count < PARAGRAPHS; count++) {
      const block = new Y.XmlElement("block");
      const text = new Y.XmlText("Et afsnit");
      block.setAttribute("id", String(count));
      block.insert(0, [text]);
      body.insert(body.length, [block]);
      for (let edit = 0; edit < EDITS; edit++) {
        text.insert(edit % 2 === 0 ? 0 : text.length, "ord ");
        if (edit % 4 === 0) text.delete(1, 2);
      }
      text.format(2, 3, { bold: {} });
    }
  });
  return Y.encodeStateAsUpdate(doc);
}
