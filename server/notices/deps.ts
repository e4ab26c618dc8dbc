import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";
import type { Log } from "../log";
import type { Post } from "./mail/post";

export type NoticeDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  /** Null: no mails. */
  post: Post | null;
};
