import type { Database } from "../../db/client";
import type { UserId } from "../../db/ids";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Viewer } from "../identity/viewer";

export type CalendarDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  publicUrl: string | undefined;
  /** Who somebody is now: their roles may be others than when the address was made. */
  viewerOfUser(userId: UserId): Promise<Viewer | null>;
};
