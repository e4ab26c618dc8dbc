import type { Database } from "../../db/client";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type InitiativeDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "version">;
  /** For what stands under an initiative's heading while the text is written. */
  documents: Pick<DocumentStore, "load">;
};
