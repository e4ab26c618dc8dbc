import type { Database } from "../../db/client";
import type { ApiTokenId, MunicipalityId } from "../../db/ids";
import type { Actor, Audit } from "../audit";
import type { Clock } from "../clock";
import type { Exports } from "../exports/shapes";
import type { Log } from "../log";
import type { Webhooks } from "../webhooks/shapes";
import type { Buckets } from "./rate";
import type { Scope } from "./shapes";

export type Given = {
  db: Database;
  clock: Clock;
  log: Log;
  audit: Audit;
  exports: Pick<Exports, "fileFor" | "offered">;
  webhooks: Omit<Webhooks, "announce" | "deliver">;
  /** Where others reach us, for the links; without it they are paths. */
  publicUrl: string | undefined;
};

export type ApiDeps = Given & { buckets: Buckets };

/** The other system that asks. */
export type Caller = { tokenId: ApiTokenId; scopes: readonly Scope[]; municipalityId: MunicipalityId; actor: Actor };
