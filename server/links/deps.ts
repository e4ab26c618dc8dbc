import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Kept } from "./kept";

/** What the commands of this module are handed. */
export type LinkDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "clauses">;
  kept: Kept;
  projections: { refreshNow(documentId: DocumentId): Promise<unknown> };
};
