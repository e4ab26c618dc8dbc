import { absences } from "./absences";
import { approve } from "./approve";
import { delegate, endDelegation } from "./delegate";
import type { ReviewDeps } from "./deps";
import { giveBack } from "./give-back";
import { lapseByJob } from "./lapse";
import { news } from "./news";
import { page } from "./page";
import { dropPlan, plan } from "./plan";
import { reopen } from "./reopen";
import { send } from "./send";
import type { Reviews } from "./shapes";
import { tellStandIn } from "./stand-in";

/** Approval of exactly one frozen text: planned, sent, approved step by step or given back, reopened. docs/approval.md */
export function createReviews(deps: ReviewDeps): Reviews {
  return {
    page: (viewer, responseId) => page(deps, viewer, responseId),
    plan: (viewer, responseId, form) => plan(deps, viewer, responseId, form),
    dropPlan: (viewer, responseId) => dropPlan(deps, viewer, responseId),
    send: (viewer, responseId, form) => send(deps, viewer, responseId, form),
    approve: (viewer, reviewId, form) => approve(deps, viewer, reviewId, form),
    giveBack: (viewer, reviewId, form) => giveBack(deps, viewer, reviewId, form),
    reopen: (viewer, responseId, form) => reopen(deps, viewer, responseId, form),
    absences: (viewer) => absences(deps, viewer),
    delegate: (viewer, form) => delegate(deps, viewer, form),
    endDelegation: (viewer, delegationId) => endDelegation(deps, viewer, delegationId),
    news: (viewer, responseId) => news(deps, viewer, responseId),
    lapse: (job) => lapseByJob(deps, job),
    tellStandIn: (job) => tellStandIn(deps, job),
  };
}
