import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type ReviewDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "version">;
  documents: Pick<DocumentStore, "freeze" | "thaw">;
  /** So that the holes a page shows are those of the text as it is now. */
  projections: { refreshNow(documentId: DocumentId): Promise<unknown> };
  /** Told after the commit: whoever is on the document knocks again. */
  onDocumentChanged?: (documentId: DocumentId) => void;
};
