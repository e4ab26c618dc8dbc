import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type ResponseDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "clauses" | "contribution" | "head">;
  documents: Pick<DocumentStore, "create">;
  /** Somebody who may read the text has asked for its page. */
  onOpening?(documentId: DocumentId): void;
};
