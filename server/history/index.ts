import type { HistoryDeps } from "./deps";
import { nameVersion } from "./name-version";
import { page, whoWrote } from "./page";
import { restore } from "./restore";
import type { History } from "./shapes";

export { readAside } from "./thread";

/** How a text came about: who wrote what, what it was at any moment, and how that comes back. */
export function createHistory(deps: HistoryDeps): History {
  return {
    page: (viewer, responseId, asked) => page(deps, viewer, responseId, asked),
    whoWrote: (viewer, responseId, blockId) => whoWrote(deps, viewer, responseId, blockId),
    nameVersion: (viewer, responseId, form) => nameVersion(deps, viewer, responseId, form),
    restore: (viewer, responseId, form) => restore(deps, viewer, responseId, form),
  };
}
