import { allBlocks, type Link, type ResponseDocument, textOf } from "../../app/document-model/document";

export type SaidRemark = { blockId: string; text: string; links: Link[] };

/** The remarks of a text: what is linked to something and has words, in reading order. */
export function remarksIn(document: ResponseDocument): SaidRemark[] {
  return [...allBlocks(document)].flatMap((block) => {
    const links = document.links[block.id] ?? [];
    const text = textOf(block).trim();
    return links.length > 0 && text !== "" ? [{ blockId: block.id, text, links }] : [];
  });
}
