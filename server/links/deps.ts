import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";

/** What the commands of this module are handed. */
export type LinkDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "clauses">;
  projections: { refreshNow(documentId: DocumentId): Promise<unknown> };
};
