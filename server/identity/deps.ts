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
};

export type IdentityDeps = Given & { limits: RateLimiterDrizzle[] };
