import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Links } from "../links/shapes";

/** What the commands of this module are handed. */
export type ConsultationDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "version">;
  /** Handed in: coverage stands beside hearings, not below them. */
  links: Pick<Links, "owed">;
  /** Told after the commit when other centers than before may write. */
  onDocumentChanged?: (documentId: DocumentId) => void;
};
