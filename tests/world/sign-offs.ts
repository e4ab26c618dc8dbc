import * as Y from "yjs";
import { type Link, ROOTS } from "../../app/document-model/document";
import type { CenterId, DocumentId } from "../../db/ids";
import { replay } from "../../server/document-store";
import type { Viewer } from "../../server/identity/viewer";
import { createSignOffs } from "../../server/sign-offs";
import { type HearingWorld, hearingUnderWay, writes } from "./hearing";

export const signOffsOf = (world: HearingWorld) => createSignOffs(world);

/** A text in which Sune has written of Social's clause and Elsa of Ældre's; `block` are the two paragraphs. */
export async function twoParts(world: HearingWorld) {
  const { people, centers, called } = world;
  const hearing = await hearingUnderWay(world);
  const about = (heading: string, center: CenterId): Link => ({ kind: "clause", id: called(heading), center });
  const ours = await writes(world, people.sune, hearing.documentId, "Vi giver besked.", [
    about("Besked", centers.social),
  ]);
  const theirs = await writes(world, people.elsa, hearing.documentId, "Vi varsler.", [
    about("Varsling", centers.elderly),
  ]);
  return { ...hearing, ours, theirs, about };
}

/** Somebody changes the text as a page would, by a client id that was issued to them. */
export async function changes(
  world: HearingWorld,
  viewer: Viewer,
  documentId: DocumentId,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const loaded = await world.documents.load(documentId);
  const doc = replay(loaded!.updates);
  const issued = await world.documents.issueClient(documentId, {
    userId: viewer.id,
    sessionId: viewer.sessionId as never,
  });
  doc.clientID = issued!.clientId;
  const before = Y.encodeStateVector(doc);
  let payload: Uint8Array = new Uint8Array();
  doc.on("update", (update: Uint8Array) => {
    payload = payload.length > 0 ? Y.mergeUpdates([payload, update]) : update;
  });
  doc.transact(() => change(doc));
  if (payload.length === 0) throw new Error(`Expected a change after ${before.length} bytes of state`);
  const update = { payload, origin: "client" as const, userId: viewer.id, sessionId: viewer.sessionId, claim: null };
  const batch = new Map([[documentId, { epoch: loaded!.epoch, updates: [update] }]]);
  const { refused } = await world.documents.append(batch);
  if (refused.size > 0) throw new Error(`Expected to write; refused ${[...refused.values()]}`);
}

function elementOf(doc: Y.Doc, blockId: string): Y.XmlElement {
  const found = doc
    .getXmlFragment(ROOTS.body)
    .toArray()
    .find((node) => node instanceof Y.XmlElement && node.getAttribute("id") === blockId);
  if (!(found instanceof Y.XmlElement)) throw new Error(`Expected a block ${blockId}`);
  return found;
}

/** Puts words at the end of a paragraph. */
export const adds = (blockId: string, words: string) => (doc: Y.Doc) => {
  const text = elementOf(doc, blockId).get(0);
  if (text instanceof Y.XmlText) text.insert(text.length, words);
};

/** Takes as many letters away from its end. */
export const removes = (blockId: string, letters: number) => (doc: Y.Doc) => {
  const text = elementOf(doc, blockId).get(0);
  if (text instanceof Y.XmlText) text.delete(text.length - letters, letters);
};

export const deletes = (blockId: string) => (doc: Y.Doc) => {
  const body = doc.getXmlFragment(ROOTS.body);
  body.delete(body.toArray().indexOf(elementOf(doc, blockId)), 1);
};
