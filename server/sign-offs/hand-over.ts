import { and, eq } from "drizzle-orm";
import { readDocument } from "../../app/document-model/read";
import type { Transaction } from "../../db/client";
import type { CenterId, DocumentId } from "../../db/ids";
import { givenSection } from "../../db/schema";
import { linkedNow } from "../links";
import { withBeside } from "./beside";
import type { SignOffDeps } from "./deps";
import { groundOf, type PartMatter } from "./queries";
import { standingsOf } from "./standings";

type Matter = PartMatter & { response: { documentId: DocumentId } };

/**
 * A closed center's part, under the hearing's lock and the document's: where it stands signed it stays as it is, with whoever
 * signed it; else its sections are the successor's. [H54]
 */
export async function handOver(
  { documents }: SignOffDeps,
  tx: Transaction,
  matter: Matter,
  from: CenterId,
  to: CenterId,
): Promise<{ isSigned: boolean; sections: number }> {
  const ground = await groundOf(tx, matter, "lock");
  if (ground.newest.get(from)?.decision === "signed") {
    const { answer } = await documents.amend(tx, matter.response.documentId, null, readDocument);
    const text = await withBeside(tx, matter, linkedNow(answer, ground.carried), ground.carried);
    const own = standingsOf(ground, text).find(({ center }) => center.id === from);
    if (own?.state === "signed") return { isSigned: true, sections: 0 };
  }
  const isTheirs = and(eq(givenSection.responseId, matter.response.id), eq(givenSection.centerId, from));
  const moved = await tx
    .update(givenSection)
    .set({ centerId: to })
    .where(isTheirs)
    .returning({ blockId: givenSection.blockId });
  return { isSigned: false, sections: moved.length };
}
