import type { Database } from "../../db/client";

/** What this module is handed: it asks, and writes nothing. */
export type SearchDeps = { db: Database };
