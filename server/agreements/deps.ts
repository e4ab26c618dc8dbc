import type { Database, Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Viewer } from "../identity/viewer";
import type { Reading } from "./reading";
import type { Uploads } from "./reading/uploads";

/** What the commands of this module are handed. */
export type AgreementDeps = {
  db: Database;
  clock: Clock;
  audit: Pick<Audit, "record">;
  reading: Pick<Reading, "read">;
  uploads: Uploads;
  /** Told in its transaction of a version that is accepted, before that is recorded; what it throws undoes the acceptance. */
  onAccepted?: (tx: Transaction, viewer: Viewer, versionId: SourceVersionId) => Promise<void>;
};
