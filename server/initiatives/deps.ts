import type { Database, Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type InitiativeDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "clauses">;
  /** For what stands under an initiative's heading while the text is written. */
  documents: Pick<DocumentStore, "load">;
  /** In the transaction: the parts of whoever follows up on that version's source may read otherwise than they were signed. [A31] */
  onTended?: (tx: Transaction, versionId: SourceVersionId) => Promise<void>;
};
