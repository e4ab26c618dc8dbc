import { and, eq, inArray, or, sql } from "drizzle-orm";
import { readDocument } from "../../app/document-model/read";
import type { Transaction } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { paragraph, paragraphLink, projection } from "../../db/schema";
import type { Deps } from "./deps";
import { changes, type ProjectedLink, type ProjectedParagraph, project } from "./rules";

/** PostgreSQL takes 65,535 parameters a statement. */
const ROWS_AT_ONCE = 2000;

/** Reads the document at its head and replaces its rows, unless somebody has meanwhile written newer ones. */
export async function refresh({ db, store }: Deps, documentId: DocumentId, when: "if-older" | "always"): Promise<void> {
  const loaded = await store.load(documentId);
  if (!loaded) return;
  const { doc, epoch, headSeq } = loaded;
  const rows = project(readDocument(doc));
  doc.destroy();
  await db.transaction(async (tx) => {
    const known = await locked(tx, documentId);
    const isNewer = known.epoch > epoch || (known.epoch === epoch && known.seq > headSeq);
    const isSame = known.epoch === epoch && known.seq === headSeq;
    if (isNewer || (isSame && when === "if-older")) return;
    await replace(tx, documentId, rows);
    await tx.update(projection).set({ epoch, seq: headSeq }).where(eq(projection.documentId, documentId));
  });
}

/** The row is the lock: two refreshes at once are put in one order. */
async function locked(tx: Transaction, documentId: DocumentId): Promise<{ epoch: number; seq: number }> {
  await tx.insert(projection).values({ documentId, epoch: 0, seq: 0 }).onConflictDoNothing();
  const ofDocument = eq(projection.documentId, documentId);
  const [row] = await tx.select().from(projection).where(ofDocument).for("update");
  return row ?? { epoch: 0, seq: 0 };
}

/** Writes what differs and nothing else: of a long text one paragraph is being typed in, and each row is searched too. */
async function replace(tx: Transaction, documentId: DocumentId, rows: ReturnType<typeof project>): Promise<void> {
  const ofDocument = eq(paragraphLink.documentId, documentId);
  const links = changes(await tx.select(LINK).from(paragraphLink).where(ofDocument), rows.links, keyOfLink);
  // Links first: a paragraph that is new is then searched with its centers at once.
  for (const part of inParts(links.gone))
    await tx.delete(paragraphLink).where(and(ofDocument, or(...part.map(isLink))));
  const { documentId: of, blockId, targetKind, targetId, centerId } = paragraphLink;
  const set = { stance: sql`excluded.stance` };
  for (const part of inParts(links.written)) {
    const written = tx.insert(paragraphLink).values(part.map(rowOfLink(documentId)));
    await written.onConflictDoUpdate({ target: [of, blockId, targetKind, targetId, centerId], set });
  }
  await replaceParagraphs(tx, documentId, rows.paragraphs);
}

const LINK = {
  blockId: paragraphLink.blockId,
  kind: paragraphLink.targetKind,
  id: paragraphLink.targetId,
  center: paragraphLink.centerId,
  stance: paragraphLink.stance,
};

const keyOfLink = ({ blockId, kind, id, center }: ProjectedLink) => [blockId, kind, id, center].join(" ");

const rowOfLink = (documentId: DocumentId) => (link: ProjectedLink) => {
  const { blockId, kind, id, center, stance } = link;
  return { documentId, blockId, targetKind: kind, targetId: id, centerId: center, stance };
};

function isLink({ blockId, kind, id, center }: ProjectedLink) {
  const { targetKind, targetId, centerId } = paragraphLink;
  return and(eq(paragraphLink.blockId, blockId), eq(targetKind, kind), eq(targetId, id), eq(centerId, center));
}

async function replaceParagraphs(tx: Transaction, documentId: DocumentId, rows: ProjectedParagraph[]): Promise<void> {
  const { blockId, position, kind, text, heading } = paragraph;
  const ofDocument = eq(paragraph.documentId, documentId);
  const known = await tx.select({ blockId, position, kind, text, heading }).from(paragraph).where(ofDocument);
  const { gone, written } = changes(known, rows, (row) => row.blockId);
  for (const part of inParts(gone.map((row) => row.blockId)))
    await tx.delete(paragraph).where(and(ofDocument, inArray(blockId, part)));
  const set = Object.fromEntries(
    ["position", "kind", "text", "heading"].map((name) => [name, sql.raw(`excluded.${name}`)]),
  );
  for (const part of inParts(written)) {
    const values = part.map((row) => ({ documentId, ...row }));
    await tx
      .insert(paragraph)
      .values(values)
      .onConflictDoUpdate({ target: [paragraph.documentId, blockId], set });
  }
}

function* inParts<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE);
}
