import type { Database } from "../../db/client";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";
import { accessOf } from "./access";
import { page } from "./page";
import type { Responses } from "./shapes";
import { start } from "./start";

export type ResponseDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "version">;
  documents: Pick<DocumentStore, "create">;
};

/** The one live document of a hearing: begun once, shown to the editor, and who may do what with it. */
export function createResponses(deps: ResponseDeps): Responses {
  return {
    start: (viewer, consultationId) => start(deps, viewer, consultationId),
    page: (viewer, responseId) => page(deps, viewer, responseId),
    accessOf: (viewer, documentId) => accessOf(deps, viewer, documentId),
  };
}
