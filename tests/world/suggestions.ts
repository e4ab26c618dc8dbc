import * as Y from "yjs";
import { allBlocks, type Block, type ResponseDocument, textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import { runsBetween } from "../../app/document-model/suggestions/diff";
import { newId } from "../../db/ids";
import type { Viewer } from "../../server/identity/viewer";
import { type HearingWorld, hearingUnderWay, writes } from "./hearing";

export type Hearing = { responseId: string; documentId: Awaited<ReturnType<typeof hearingUnderWay>>["documentId"] };

/** A text that ends with a paragraph of these words. */
export async function textOfWords(world: HearingWorld, text: string) {
  const hearing = await hearingUnderWay(world);
  const id = await writes(world, world.people.sune, hearing.documentId, text);
  return { ...hearing, blockId: id };
}

export async function read(world: HearingWorld, { documentId }: Hearing): Promise<ResponseDocument> {
  const loaded = await world.documents.load(documentId);
  return readDocument(loaded!.doc);
}

export const reading = async (world: HearingWorld, hearing: Hearing) =>
  [...allBlocks(await read(world, hearing))].map(textOf);

/** What somebody's page would send who has edited the text so. */
export async function edited(world: HearingWorld, hearing: Hearing, edit: (block: Block) => Block[]) {
  const { blocks } = await read(world, hearing);
  const after = blocks.flatMap((entry): typeof blocks => (entry.type === "block" ? edit(entry) : [entry]));
  return runsBetween(blocks, after).map((run) => ({ id: newId(), ...run }));
}

export const says = (block: Block, text: string): Block => ({ ...block, content: [{ text }] });
export const replacing = (blockId: string, text: string) => (block: Block) => [
  block.id === blockId ? says(block, text) : block,
];

export async function suggests(world: HearingWorld, viewer: Viewer, hearing: Hearing, edit: (block: Block) => Block[]) {
  const runs = await edited(world, hearing, edit);
  const saved = await world.suggestions.save(viewer, hearing.responseId, { suggestions: JSON.stringify(runs) });
  return saved.kept.map(({ id, changedAt }) => `${id}|${changedAt}`);
}

export async function suggestion(world: HearingWorld, text = "Vi støtter forslaget om varsling.") {
  const hearing = await textOfWords(world, text);
  const [seen] = await suggests(
    world,
    world.people.lone,
    hearing,
    replacing(hearing.blockId, "Vi støtter ikke forslaget."),
  );
  return { ...hearing, seen: seen! };
}

export const openNow = async (world: HearingWorld, viewer: Viewer, { responseId }: Hearing) =>
  (await world.suggestions.list(viewer, responseId, null))!.open;

/** Somebody writes other words in a paragraph. */
export async function amend(world: HearingWorld, { documentId }: Hearing, blockId: string, text: string) {
  await world.db.transaction((tx) =>
    world.documents.amend(tx, documentId, world.people.sune.id, (doc) => {
      for (const element of doc.getXmlFragment("body").toArray()) {
        if (!(element instanceof Y.XmlElement) || element.getAttribute("id") !== blockId) continue;
        element.delete(0, element.length);
        element.insert(0, [new Y.XmlText(text)]);
      }
    }),
  );
}
