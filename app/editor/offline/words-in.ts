import * as Y from "yjs";
import type { UnsavedParagraph } from "../unsaved";

/** What was typed, without the text it was typed into: in the order of typing, a new paragraph where one was made. */
export function wordsIn(updates: readonly Uint8Array[]): readonly UnsavedParagraph[] {
  const paragraphs: UnsavedParagraph[] = [];
  let upTo = 0;
  let isNew = true;
  for (const struct of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
    if (!(struct instanceof Y.Item)) continue;
    if (struct.content instanceof Y.ContentType) isNew = true;
    if (!(struct.content instanceof Y.ContentString)) continue;
    const before = isNew ? undefined : paragraphs.pop();
    upTo = struct.id.clock + struct.length;
    paragraphs.push({ heading: "", text: (before?.text ?? "") + struct.content.str, upTo });
    isNew = false;
  }
  return paragraphs.filter(({ text }) => text.trim() !== "");
}
