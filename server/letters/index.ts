import { belongs } from "./belongs";
import type { LetterDeps } from "./deps";
import { discard } from "./discard";
import { file, find, ofHearing, waiting } from "./queries";
import { receive } from "./receive";
import type { Letters } from "./shapes";

/** The letters that hearings come with: read, kept, and each given to the hearing it opened. */
export function createLetters(deps: LetterDeps): Letters {
  return {
    receive: (viewer, form) => receive(deps, viewer, form),
    waiting: (viewer) => waiting(deps.db, viewer),
    find: (viewer, letterId) => find(deps.db, viewer, letterId),
    belongs: (tx, viewer, letterId, consultationId) => belongs(tx, viewer, letterId, consultationId),
    discard: (viewer, form) => discard(deps, viewer, form),
    ofHearing: (viewer, consultationId) => ofHearing(deps.db, viewer, consultationId),
    file: (viewer, letterId) => file(deps.db, viewer, letterId),
  };
}
