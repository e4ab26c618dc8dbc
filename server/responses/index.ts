import { accessOf } from "./access";
import type { ResponseDeps } from "./deps";
import { opening } from "./opening";
import { page } from "./page";
import type { Responses } from "./shapes";
import { start } from "./start";

/** The one live document of a hearing: begun once, shown to the editor, and who may do what with it. */
export function createResponses(deps: ResponseDeps): Responses {
  return {
    start: (viewer, consultationId) => start(deps, viewer, consultationId),
    page: (viewer, responseId) => page(deps, viewer, responseId),
    opening: (viewer, responseId) => opening(deps, viewer, responseId),
    accessOf: (viewer, documentId) => accessOf(deps, viewer, documentId),
  };
}
