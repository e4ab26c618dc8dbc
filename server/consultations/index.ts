import { assign, unassign } from "./assign";
import type { ConsultationDeps } from "./deps";
import { desk } from "./desk";
import { follow, stay } from "./follow";
import { front } from "./front/page";
import { createGuests } from "./guests";
import type { Guests } from "./guests/shapes";
import { handOver, handOverDue } from "./hand-over/hand-over";
import { open } from "./open";
import { own } from "./own";
import { createPlans } from "./plan";
import type { Plans } from "./plan/shapes";
import { assessmentProposal } from "./proposal";
import { filed, head, list, page, sources } from "./queries";
import { createReminders, type Reminders } from "./remind";
import type { Consultations } from "./shapes";

export { newerThan } from "./newer";
export { ownersIn, ownersInEach } from "./owners";

type Within = { guests: Guests; plans: Plans; reminders: Reminders };

/** Hearings and assessments: opened on a source, shared out to centers, and what each person owes. */
export function createConsultations(deps: ConsultationDeps): Consultations & Within {
  return {
    list: (viewer) => list(deps, viewer),
    filed: (viewer, page) => filed(deps, viewer, page),
    sources: (viewer) => sources(deps, viewer),
    assessmentProposal: (viewer, versionId) => assessmentProposal(deps, viewer, versionId),
    open: (viewer, form) => open(deps, viewer, form),
    head: (viewer, consultationId) => head(deps, viewer, consultationId),
    page: (viewer, consultationId) => page(deps, viewer, consultationId),
    assign: (viewer, consultationId, form) => assign(deps, viewer, consultationId, form),
    unassign: (viewer, consultationId, form) => unassign(deps, viewer, consultationId, form),
    own: (viewer, consultationId, form) => own(deps, viewer, consultationId, form),
    follow: (viewer, consultationId, form) => follow(deps, viewer, consultationId, form),
    stay: (viewer, consultationId, form) => stay(deps, viewer, consultationId, form),
    front: (viewer, consultationId) => front(deps, viewer, consultationId),
    desk: (viewer) => desk(deps, viewer),
    guests: createGuests(deps),
    plans: createPlans(deps),
    reminders: createReminders(deps),
    handOver: (tx, actor, only) => handOver(deps, tx, actor, only),
    handOverDue: ({ municipalityId }) => handOverDue(deps, municipalityId),
  };
}
