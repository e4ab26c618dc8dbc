import { LIVE_SCHEMA } from "../../app/document-model/document";
import type { Transaction } from "../../db/client";
import type { DocumentId, MunicipalityId } from "../../db/ids";
import { document, documentUpdate } from "../../db/schema";
import type { Deps } from "./deps";

type NewDocument = { id: DocumentId; municipalityId: MunicipalityId; seed: Uint8Array };

/** The seed is the first row of the log: a document that exists is never empty, and nobody seeds it again. [I7] */
export async function create(deps: Deps, tx: Transaction, { id, municipalityId, seed }: NewDocument): Promise<void> {
  const tailBytes = seed.byteLength;
  const begun = { schemaVersion: LIVE_SCHEMA, state: "active", headSeq: 1, tailBytes } as const;
  await tx.insert(document).values({ id, municipalityId, ...begun });
  await tx.insert(documentUpdate).values({
    documentId: id,
    epoch: 1,
    seq: 1,
    nodeId: deps.nodeId,
    origin: "seed",
    payload: seed,
    bytes: seed.byteLength,
    at: deps.clock.now(),
  });
  await deps.jobs.enqueue(tx, "refresh-projection", { documentId: id });
}
