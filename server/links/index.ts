import { answer } from "./answer";
import { coverage } from "./coverage";
import type { LinkDeps } from "./deps";
import { owed } from "./owed";
import type { Links } from "./shapes";

export { holesIn, holesOf } from "./holes";

/** Coverage, and what a center says of a clause in an answer of its own. */
export function createLinks(deps: LinkDeps): Links {
  return {
    coverage: (viewer, consultationId) => coverage(deps, viewer, consultationId),
    owed: (viewer, consultationIds) => owed(deps, viewer, consultationIds),
    answer: (viewer, consultationId, form) => answer(deps, viewer, consultationId, form),
  };
}
