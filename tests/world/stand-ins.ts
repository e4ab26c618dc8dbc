import { eq } from "drizzle-orm";
import { allBlocks, textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { paragraph, paragraphLink } from "../../db/schema";
import { replay } from "../../server/document-store";
import type { DocumentStore } from "../../server/document-store/shapes";

/** Until projections/ is there. */
export function projecting(db: Database, store: DocumentStore) {
  return {
    refreshNow: async (documentId: DocumentId) => {
      const loaded = await store.load(documentId);
      const document = readDocument(replay(loaded!.updates));
      await db.transaction(async (tx) => {
        await tx.delete(paragraphLink).where(eq(paragraphLink.documentId, documentId));
        await tx.delete(paragraph).where(eq(paragraph.documentId, documentId));
        const blocks = [...allBlocks(document)];
        if (blocks.length === 0) return;
        await tx.insert(paragraph).values(
          blocks.map((block, position) => ({
            documentId,
            blockId: block.id,
            position,
            kind: block.kind,
            text: textOf(block),
            heading: "",
          })),
        );
        const links = Object.entries(document.links).flatMap(([blockId, ones]) =>
          ones.map((link) => ({
            documentId,
            blockId,
            targetKind: link.kind,
            targetId: link.id,
            centerId: link.center,
          })),
        );
        if (links.length > 0) await tx.insert(paragraphLink).values(links);
      });
    },
  };
}
