import { accept, reject } from "./decide";
import type { SuggestionDeps } from "./deps";
import { list } from "./queries";
import { save } from "./save";
import type { Suggestions } from "./shapes";

export { openIn, openRuns } from "./queries";

/** Proposals to a live text: rows, until whoever may write makes an edit of them. (decision 0014) */
export function createSuggestions(deps: SuggestionDeps): Suggestions {
  return {
    list: (viewer, responseId, stamp) => list(deps, viewer, responseId, stamp),
    save: (viewer, responseId, form) => save(deps, viewer, responseId, form),
    accept: (viewer, responseId, form) => accept(deps, viewer, responseId, form),
    reject: (viewer, responseId, form) => reject(deps, viewer, responseId, form),
  };
}
