import { eq } from "drizzle-orm";
import { readDocument } from "../../app/document-model/read";
import type { Transaction } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { paragraph, paragraphLink, projection } from "../../db/schema";
import type { Deps } from "./deps";
import { project } from "./rules";

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

async function replace(tx: Transaction, documentId: DocumentId, rows: ReturnType<typeof project>): Promise<void> {
  await tx.delete(paragraph).where(eq(paragraph.documentId, documentId));
  await tx.delete(paragraphLink).where(eq(paragraphLink.documentId, documentId));
  for (const part of inParts(rows.paragraphs)) {
    await tx.insert(paragraph).values(part.map((row) => ({ documentId, ...row })));
  }
  const links = rows.links.map(({ blockId, kind, id, center }) => {
    return { documentId, blockId, targetKind: kind, targetId: id, centerId: center };
  });
  for (const part of inParts(links)) await tx.insert(paragraphLink).values(part);
}

function* inParts<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE);
}
