import type { Database } from "../../db/client";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";

/** What the commands of this module are handed. */
export type AttachmentDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  /** Reads the words of a file, to look for CPR numbers. */
  agreements: Pick<Agreements, "words">;
};
