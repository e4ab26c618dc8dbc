import type { RateLimiterDrizzle } from "rate-limiter-flexible";
import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";

/** What the commands of this module are handed. */
export type Given = {
  db: Database;
  clock: Clock;
  audit: Audit;
  secret: string;
  isSecure: boolean;
  demoPassword: string;
  /** After the commit: whatever still stands open under that session is to be closed. [D5] */
  onSessionEnded(sessionId: string): void;
};

export type IdentityDeps = Given & { limits: RateLimiterDrizzle[] };
