import type { Database, Transaction } from "../../db/client";
import type { ConsultationId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";

/** What the commands of this module are handed. */
export type GoalDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "version">;
  /** In the transaction: a center's part of that hearing may read otherwise than it was signed. [A31] */
  onSaid?: (tx: Transaction, id: ConsultationId) => Promise<void>;
};
