import type { Database, Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Log } from "../log";
import type { Alignments } from "./alignments";

/** What the commands of this module are handed. */
export type CarryOverDeps = {
  db: Database;
  clock: Clock;
  audit: Pick<Audit, "record">;
  log: Pick<Log, "warn">;
  alignments: Alignments;
  /** So long may whoever accepts a paper wait for what is certain. */
  patienceMs: number;
  /** Told in the transaction when a clause of a version has become another than before. [A28] */
  onDecided?: (tx: Transaction, versionId: SourceVersionId) => Promise<void>;
};
