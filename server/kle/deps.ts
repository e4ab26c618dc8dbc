import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";

/** What the commands of this module are handed. */
export type KleDeps = { db: Database; clock: Clock; audit: Audit };
