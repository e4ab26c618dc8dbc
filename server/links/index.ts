import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import { answer } from "./answer";
import { coverage } from "./coverage";
import { owed } from "./owed";
import type { Links } from "./shapes";

export { holesIn, holesOf } from "./holes";

export type LinkDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "version">;
  projections: { refreshNow(documentId: DocumentId): Promise<unknown> };
};

/** Coverage, and what a center says of a clause in an answer of its own. */
export function createLinks(deps: LinkDeps): Links {
  return {
    coverage: (viewer, consultationId) => coverage(deps, viewer, consultationId),
    owed: (viewer, consultationIds) => owed(deps, viewer, consultationIds),
    answer: (viewer, consultationId, form) => answer(deps, viewer, consultationId, form),
  };
}
