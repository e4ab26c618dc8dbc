import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type Deps = {
  db: Database;
  store: Pick<DocumentStore, "load">;
  /** Where a long text is read, so that nobody typing waits for it. Without it, here. */
  aside?: (documentId: DocumentId) => Promise<void>;
};
