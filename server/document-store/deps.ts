import type { Database } from "../../db/client";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";
import type { Log } from "../log";
import type { Refreshes } from "./refreshes";
import type { Snapshots } from "./snapshots";

/** What the commands of this module are handed. */
export type StoreDeps = {
  db: Database;
  clock: Clock;
  log: Pick<Log, "error">;
  jobs: Pick<Jobs, "enqueue">;
  nodeId: string;
  /** Left out where nothing is written for long: no snapshots are made then. */
  snapshots?: Pick<Snapshots, "consider">;
};

export type Deps = StoreDeps & { refreshes: Refreshes };
