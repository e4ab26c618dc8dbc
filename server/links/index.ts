import { answer } from "./answer";
import { coverage } from "./coverage";
import type { LinkDeps } from "./deps";
import { createKept } from "./kept";
import { lookAgain } from "./look-again";
import { coverageSince } from "./news";
import { owed, stillOpen } from "./owed";
import { progress } from "./progress";
import type { Links } from "./shapes";
import { undecided } from "./undecided";

export { goalsNow, linkedNow } from "./carried";
export { earlierClauses } from "./earlier";
export { openIn, openOf } from "./holes";
export { PlaceForm, placeFor } from "./place";

/** Coverage, and what a center says of a clause in an answer of its own. */
export function createLinks(given: Omit<LinkDeps, "kept">): Links {
  const deps = { ...given, kept: createKept() };
  return {
    coverage: (viewer, consultationId) => coverage(deps, viewer, consultationId),
    coverageSince: (viewer, consultationId, stamp) => coverageSince(deps, viewer, consultationId, stamp),
    progress: (viewer, consultationId) => progress(deps, viewer, consultationId),
    owed: (viewers, consultationIds) => owed(deps, viewers, consultationIds),
    stillOpen: (home, consultationIds, on) => stillOpen(deps, home, consultationIds, on),
    undecided: (viewer, consultationId) => undecided(deps, viewer, consultationId),
    answer: (viewer, consultationId, form) => answer(deps, viewer, consultationId, form),
    lookAgain: (viewer, consultationId, form) => lookAgain(deps, viewer, consultationId, form),
  };
}
