import { accessOf } from "./access";
import type { ResponseDeps } from "./deps";
import { opening } from "./opening";
import { head, page } from "./page";
import type { Responses } from "./shapes";
import { start } from "./start";
import { readWordFile } from "./word-file";

/** The one live document of a hearing: begun once, shown to the editor, and who may do what with it. */
export function createResponses(deps: ResponseDeps): Responses {
  return {
    start: (viewer, consultationId, form) => start(deps, viewer, consultationId, form),
    head: (viewer, responseId) => head(deps, viewer, responseId),
    page: (viewer, responseId) => page(deps, viewer, responseId),
    opening: (viewer, responseId) => opening(deps, viewer, responseId),
    readWordFile: (viewer, responseId, form) => readWordFile(deps, viewer, responseId, form),
    accessOf: (viewer, documentId) => accessOf(deps, viewer, documentId),
  };
}
