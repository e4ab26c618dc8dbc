import { act } from "./act";
import type { CommentDeps } from "./deps";
import type { Comments } from "./shapes";
import { people, since } from "./since";
import { start } from "./start";

/** Asked by reviews/ in the sending's own transaction. [A15] */
/** What a Word file of the live text says of them. [K9] */
export { peopleIn, threadsOf, unsolvedIn } from "./queries";

/** Conversations about a response: on its words, its paragraphs and the source's clauses. */
export function createComments(deps: CommentDeps): Comments {
  return {
    since: (viewer, responseId, stamp) => since(deps, viewer, responseId, stamp),
    people: (viewer, responseId, query) => people(deps, viewer, responseId, query),
    start: (viewer, responseId, form) => start(deps, viewer, responseId, form),
    act: (viewer, threadId, command, form) => act(deps, viewer, threadId, command, form),
  };
}
