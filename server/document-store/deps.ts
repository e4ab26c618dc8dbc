import type { Database } from "../../db/client";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";
import type { Refreshes } from "./refreshes";

/** What the commands of this module are handed. */
export type StoreDeps = { db: Database; clock: Clock; jobs: Pick<Jobs, "enqueue">; nodeId: string };

export type Deps = StoreDeps & { refreshes: Refreshes };
