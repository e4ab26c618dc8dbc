import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";
import type { Log } from "../log";
import type { Seal } from "../seal";
import type { Reach } from "./post/reach";

export type WebhookDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  seal: Seal;
  /** Where others reach us, for the links; without it they are paths. */
  publicUrl: string | undefined;
  /** Which addresses may be called. */
  reach: Reach;
};
