import type { Database } from "../../db/client";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Amended, DocumentStore } from "../document-store/shapes";
import type { Jobs } from "../jobs";
import type { Links } from "../links/shapes";
import type { Notices } from "../notices/shapes";

/** What the commands of this module are handed. */
export type SignOffDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  notices: Notices;
  agreements: Pick<Agreements, "clauses">;
  links: Pick<Links, "coverage">;
  /** `amend` without a change reads the text under its row's lock: nothing is written in it before the sign-off stands. */
  documents: Pick<DocumentStore, "load" | "amend">;
  /** Told after the commit: whoever has the text open gets what was written. */
  onAmended?: (amended: Amended<unknown>) => void;
};
