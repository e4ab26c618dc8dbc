import { arrive, see, stay } from "./arrive";
import type { VisitDeps } from "./deps";
import type { Visits } from "./shapes";

/** What each person has seen of each live text, and what others have written since. */
export function createVisits(deps: VisitDeps): Visits {
  return {
    arrive: (viewer, responseId) => arrive(deps, viewer, responseId),
    stay: (viewer, responseId) => stay(deps, viewer, responseId),
    see: (viewer, responseId) => see(deps, viewer, responseId),
  };
}
