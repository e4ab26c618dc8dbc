import type * as Y from "yjs";
import { allBlocks, textOf } from "../document-model/document";
import { readDocument } from "../document-model/read";
import { line as words } from "../words/line";

/** The last way out: everything that stands on the page, as plain text. */
export function copyText(doc: Y.Doc): Promise<string> {
  return copied([...allBlocks(readDocument(doc))].map(textOf).join("\n\n"));
}

/** Copies the text, and answers what there is to say about it. */
export async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    // Browsers refuse without a permission or on plain http; the person can still mark the text.
    return words.copyFailed;
  }
}
