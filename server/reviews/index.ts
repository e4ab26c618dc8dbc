import { approve } from "./approve";
import type { ReviewDeps } from "./deps";
import { giveBack } from "./give-back";
import { page } from "./page";
import { reopen } from "./reopen";
import { send } from "./send";
import type { Reviews } from "./shapes";

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
