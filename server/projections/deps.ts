import type { Database } from "../../db/client";
import type { DocumentStore } from "../document-store/shapes";

/** What the commands of this module are handed. */
export type Deps = { db: Database; store: Pick<DocumentStore, "load"> };
