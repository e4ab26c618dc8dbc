import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";
import type { Log } from "../log";
import type { Notices } from "../notices/shapes";
import type { Seal } from "../seal";
import type { Reach } from "./post/reach";

export type WebhookDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  notices: Pick<Notices, "tell">;
  seal: Seal;
  /** Where others reach us, for the links; without it they are paths. */
  publicUrl: string | undefined;
  /** Which addresses may be called. */
  reach: Reach;
};
