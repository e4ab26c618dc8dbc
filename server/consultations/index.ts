import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Links } from "../links/shapes";
import { assign, unassign } from "./assign";
import { desk } from "./desk";
import { open } from "./open";
import { list, page, sources } from "./queries";
import type { Consultations } from "./shapes";

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

/** Hearings and assessments: opened on a source, shared out to centers, and what each person owes. */
export function createConsultations(deps: ConsultationDeps): Consultations {
  return {
    list: (viewer) => list(deps, viewer),
    sources: (viewer) => sources(deps, viewer),
    open: (viewer, form) => open(deps, viewer, form),
    page: (viewer, consultationId) => page(deps, viewer, consultationId),
    assign: (viewer, consultationId, form) => assign(deps, viewer, consultationId, form),
    unassign: (viewer, consultationId, form) => unassign(deps, viewer, consultationId, form),
    desk: (viewer) => desk(deps, viewer),
  };
}
