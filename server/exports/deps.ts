import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";
import type { Log } from "../log";
import type { CaseSystem } from "./filing/port";
import type { Press } from "./pdf/press";

/** What the commands of this module are handed. */
export type Given = {
  db: Database;
  clock: Clock;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  log: Log;
  /** The folder that the adapter `folder` files into. */
  filingRoot: string;
  /** Another case system than the folder. */
  caseSystem?: CaseSystem;
};

export type ExportDeps = Omit<Given, "filingRoot" | "caseSystem"> & { caseSystem: CaseSystem; press: Press };
