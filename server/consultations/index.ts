import { assign, unassign } from "./assign";
import type { ConsultationDeps } from "./deps";
import { desk } from "./desk";
import { open } from "./open";
import { list, page, sources } from "./queries";
import type { Consultations } from "./shapes";

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
