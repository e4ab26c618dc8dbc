import { viewerAt } from "../../standing";
import type { ConsultationDeps } from "../deps";
import { accept } from "./accept";
import { invite } from "./invite";
import { decline, withdraw } from "./leave";
import { invitationPage, page, waiting } from "./queries";
import type { Guests } from "./shapes";

/** Other municipalities in a hearing: asked by its host, answered by their own coordinators. */
export function createGuests(deps: ConsultationDeps): Guests {
  return {
    viewerAt: (viewer, place) => viewerAt(deps.db, viewer, place),
    page: (viewer, consultationId) => page(deps, viewer, consultationId),
    invite: (viewer, consultationId, form) => invite(deps, viewer, consultationId, form),
    withdraw: (viewer, consultationId, form) => withdraw(deps, viewer, consultationId, form),
    invitation: (viewer, consultationId) => invitationPage(deps, viewer, consultationId),
    accept: (viewer, consultationId, form) => accept(deps, viewer, consultationId, form),
    decline: (viewer, consultationId, form) => decline(deps, viewer, consultationId, form),
    waiting: (viewer) => waiting(deps, viewer),
  };
}
