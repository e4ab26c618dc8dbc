import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";
import { approve } from "./approve";
import { giveBack } from "./give-back";
import { page } from "./page";
import { reopen } from "./reopen";
import { send } from "./send";
import type { Reviews } from "./shapes";

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

/** Approval of exactly one frozen text: sent, approved or given back, reopened. */
export function createReviews(deps: ReviewDeps): Reviews {
  return {
    page: (viewer, responseId) => page(deps, viewer, responseId),
    send: (viewer, responseId, form) => send(deps, viewer, responseId, form),
    approve: (viewer, reviewId, form) => approve(deps, viewer, reviewId, form),
    giveBack: (viewer, reviewId, form) => giveBack(deps, viewer, reviewId, form),
    reopen: (viewer, responseId, form) => reopen(deps, viewer, responseId, form),
  };
}
