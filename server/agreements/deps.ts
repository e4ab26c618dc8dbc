import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";

/** What the commands of this module are handed. */
export type AgreementDeps = { db: Database; clock: Clock; audit: Pick<Audit, "record"> };
