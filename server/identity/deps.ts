import type { RateLimiterDrizzle } from "rate-limiter-flexible";
import type { Database, Transaction } from "../../db/client";
import type { Actor, Audit } from "../audit";
import type { Clock } from "../clock";
import type { Jobs } from "../jobs";

/** What the commands of this module are handed. */
export type Given = {
  db: Database;
  clock: Clock;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  secret: string;
  isSecure: boolean;
  demoPassword: string;
  /** After the commit: whatever still stands open under that session is to be closed. [D5] */
  onSessionEnded(sessionId: string): void;
  /**
   * In the transaction in which a center is closed as of today: what is open goes to its successor. What comes back is to be
   * done after the commit. [H53]
   */
  onCenterClosed?: (tx: Transaction, actor: Actor) => Promise<() => void>;
};

export type IdentityDeps = Given & { limits: RateLimiterDrizzle[] };
