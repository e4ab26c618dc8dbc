import * as Y from "yjs";
import { blockAround } from "../document-model/block-around";
import { allBlocks, textOf } from "../document-model/document";
import { readDocument } from "../document-model/read";

/** A paragraph that holds something unsaved. */
export type UnsavedParagraph = {
  /** The heading it stands under; "" before the first. */
  heading: string;
  text: string;
  /** Where it stands, when that is known. */
  blockId?: string;
  /** All of it is saved when the document has the writer's client up to this clock. */
  upTo: number;
};

type From = { client: number; clock: number };

/** Everything `client` has written from that clock on, as paragraphs in reading order. Words it took away are not among them. */
export function unsavedParagraphs(doc: Y.Doc, from: From): UnsavedParagraph[] {
  const written = blocksWritten(doc, from);
  if (written.size === 0) return [];
  let heading = "";
  return [...allBlocks(readDocument(doc))].flatMap((block) => {
    const under = heading;
    const text = textOf(block).trim();
    if (block.kind === "heading") heading = text;
    const upTo = written.get(block.id);
    return upTo === undefined || text === "" ? [] : [{ heading: under, text, blockId: block.id, upTo }];
  });
}

/** Block id → the clock after the last of what was written in it. */
function blocksWritten(doc: Y.Doc, { client, clock }: From): Map<string, number> {
  const structs = doc.store.clients.get(client) ?? [];
  const written = new Map<string, number>();
  if (clock >= Y.getState(doc.store, client)) return written;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const item = structs[at];
    if (!(item instanceof Y.Item) || item.deleted) continue;
    const id = blockAround(item)?.getAttribute("id");
    if (id !== undefined) written.set(id, item.id.clock + item.length);
  }
  return written;
}

/** As plain text, each run of paragraphs below its heading. */
export function asText(paragraphs: readonly UnsavedParagraph[]): string {
  return paragraphs
    .flatMap(({ heading, text }, index) =>
      heading === "" || heading === paragraphs[index - 1]?.heading || heading === paragraphs[index - 1]?.text
        ? [text]
        : [heading, text],
    )
    .join("\n\n");
}

/** What of it a document still lacks: the rest was saved after all, and only the answer was lost. */
export function stillUnsaved(
  doc: Y.Doc,
  client: number,
  paragraphs: readonly UnsavedParagraph[],
): readonly UnsavedParagraph[] {
  const has = Y.getState(doc.store, client);
  return paragraphs.filter(({ upTo }) => upTo > has);
}
