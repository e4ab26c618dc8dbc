import * as Y from "yjs";
import { type ResponseDocument, ROOTS } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { DocumentId } from "../../db/ids";
import { replay } from "../../server/document-store";
import type { Viewer } from "../../server/identity/viewer";
import type { HearingWorld } from "../world/hearing";

/** The text as its log adds up. */
export async function textNow(world: HearingWorld, documentId: DocumentId): Promise<ResponseDocument> {
  return readDocument((await world.documents.load(documentId))!.doc);
}

/** Somebody changes the text, as their page's update would. */
export async function changes(
  world: HearingWorld,
  viewer: Viewer,
  documentId: DocumentId,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const loaded = (await world.documents.load(documentId))!;
  const doc = replay(loaded.updates);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  const payload = Y.encodeStateAsUpdate(doc, before);
  const update = { payload, origin: "client" as const, userId: viewer.id, sessionId: viewer.sessionId, claim: null };
  await world.documents.append(new Map([[documentId, { epoch: loaded.epoch, updates: [update] }]]));
}

export function blockOf(doc: Y.Doc, id: string): { at: number; text: Y.XmlText } {
  const nodes = doc.getXmlFragment(ROOTS.body).toArray() as Y.XmlElement[];
  const at = nodes.findIndex((node) => node.getAttribute("id") === id);
  return { at, text: nodes[at]!.get(0) as Y.XmlText };
}
