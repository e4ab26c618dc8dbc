import type { Database } from "../../db/client";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type VisitDeps = { db: Database; clock: Clock; documents: Pick<DocumentStore, "load"> };
