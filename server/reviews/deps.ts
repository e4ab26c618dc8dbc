import type { Database, Transaction } from "../../db/client";
import type { ConsultationId, DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Actor, Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";
import type { Jobs } from "../jobs";
import type { Notices } from "../notices/shapes";
import type { Webhooks } from "../webhooks/shapes";

/** What the commands of this module are handed. */
export type ReviewDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  notices: Pick<Notices, "tell">;
  /** Other systems are told of what stands approved, and of what does no more. */
  webhooks: Pick<Webhooks, "announce">;
  agreements: Pick<Agreements, "clauses" | "head">;
  documents: Pick<DocumentStore, "freeze" | "thaw" | "load">;
  /** So that the holes a page shows are those of the text as it is now. */
  projections: { refreshNow(documentId: DocumentId): Promise<unknown> };
  /** In the transaction in which a text is opened again: closed centers' tasks in it go on. [H54] */
  onReopened?: (tx: Transaction, actor: Actor, consultationId: ConsultationId) => Promise<unknown>;
  /** Told after the commit: whoever is on the document knocks again. */
  onDocumentChanged?: (documentId: DocumentId) => void;
};
