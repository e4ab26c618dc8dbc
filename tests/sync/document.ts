import { createHash } from "node:crypto";
import * as Y from "yjs";
import { type Block, ROOTS, SCHEMA_VERSION } from "../../app/document-model/document";
import { writeDocument } from "../../app/document-model/write";
import type { Database } from "../../db/client";
import { type DocumentId, type MunicipalityId, newId } from "../../db/ids";
import { municipality } from "../../db/schema";
import { createDocumentStore } from "../../server/document-store";
import { createJobs } from "../../server/jobs";
import { createLog } from "../../server/log";

const quiet = createLog("silent");
type Given = Parameters<typeof createDocumentStore>[0];

/** The real store on a test's own database. */
export function storeOn({ db, url }: { db: Database; url: string }, nodeId = "test", more: Partial<Given> = {}) {
  const jobs = createJobs({ databaseUrl: url, log: quiet });
  return createDocumentStore({ db, log: quiet, jobs, clock: { now: () => new Date() }, nodeId, ...more });
}

function paragraphOf(id: string, text: string): Block {
  return { type: "block", id, kind: "paragraph", level: 0, content: text ? [{ text }] : [] };
}

/** A document whose seed holds these paragraphs, in a municipality of its own. */
export async function documentWith(db: Database, store: ReturnType<typeof storeOn>, texts = ["Indledning"]) {
  const id = newId<DocumentId>();
  const municipalityId = newId<MunicipalityId>();
  await db.insert(municipality).values({ id: municipalityId, name: "Prøveby", cvr: "12345678" });
  const blocks = texts.map((text, index) => paragraphOf(`seed-${index}`, text));
  const seed = writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} });
  await db.transaction((tx) => store.create(tx, { id, municipalityId, seed }));
  return { id, municipalityId, seed };
}

/** Writes a paragraph at the end, as the editor would. */
export function writeParagraph(doc: Y.Doc, id: string, text: string): void {
  const block = new Y.XmlElement("block");
  const attributed: { setAttribute(key: string, value: string | number): void } = block;
  attributed.setAttribute("id", id);
  attributed.setAttribute("kind", "paragraph");
  attributed.setAttribute("level", 0);
  block.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(ROOTS.body).push([block]);
}

/** The update that one change makes. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(change);
  return Y.encodeStateAsUpdate(doc, before);
}

/** A caret as a page shows it: at an item, which is told apart by its clock. */
export function caretAt(clock: number) {
  const at = { type: null, tname: null, item: { client: 1, clock }, assoc: 0 };
  return { anchor: at, head: at };
}

export function plainText(doc: Y.Doc): string {
  return doc
    .getXmlFragment(ROOTS.body)
    .toArray()
    .map((node) => (node instanceof Y.XmlElement ? node.toArray().map(String).join("") : ""))
    .join("\n");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
