import { randomBytes, randomInt } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { LIVE_SCHEMA } from "../../app/document-model/document";
import type { DocumentId, UserId } from "../../db/ids";
import { document, documentClient } from "../../db/schema";
import type { Deps } from "./deps";
import type { DocumentStore, Head, IssuedClient } from "./shapes";

/** Pages get ids of this range; what is below belongs to the server. Yjs keeps 32 bits. [I4] */
const PAGES = { from: 2 ** 31, before: 2 ** 32 };

/** Null when there is no such document. The nonce (128 bits) is told once; whoever has the id alone has nothing. [I4] */
export async function issueClient(
  { db, clock }: Deps,
  documentId: DocumentId,
  to: { userId: UserId; sessionId: string },
): Promise<IssuedClient | null> {
  const [row] = await db
    .select({ epoch: document.epoch })
    .from(document)
    .where(and(eq(document.id, documentId), ne(document.state, "deleted")));
  if (!row) return null;
  for (;;) {
    const issued = { clientId: randomInt(PAGES.from, PAGES.before), nonce: randomBytes(16).toString("base64url") };
    const client = { documentId, ...issued, ...to, at: clock.now() };
    const [taken] = await db.insert(documentClient).values(client).onConflictDoNothing().returning();
    // Somebody in this document has that id: one in two thousand million, and asking again costs nothing.
    // Written with today's schema, whichever the document was begun with.
    if (taken) return { ...issued, ...row, schemaVersion: LIVE_SCHEMA };
  }
}

/**
 * The document row's lock puts the claim and every append in one order: what the older connection wrote is at or before
 * the answered head, or it is left out. The session may be another one: the same person may have signed in anew. [I4]
 */
export async function claimClient(
  { db }: Deps,
  documentId: DocumentId,
  claim: Parameters<DocumentStore["claimClient"]>[1],
): Promise<Pick<Head, "headSeq"> | null> {
  const [row] = await db.execute<{ head_seq: string }>(sql`
    with held as (select id, head_seq from document where id = ${documentId} and state <> 'deleted' for update),
    claimed as (
      update document_client as client set connection_id = ${claim.connectionId} from held
      where client.document_id = held.id and client.client_id = ${claim.clientId}
        and client.user_id = ${claim.userId} and client.nonce = ${claim.nonce}
      returning client.document_id)
    select held.head_seq from held join claimed on claimed.document_id = held.id`);
  return row ? { headSeq: Number(row.head_seq) } : null;
}
