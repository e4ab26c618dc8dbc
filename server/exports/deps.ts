import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";
import type { Jobs } from "../jobs";
import type { Kle } from "../kle/shapes";
import type { Log } from "../log";
import type { Seal } from "../seal";
import type { Webhooks } from "../webhooks/shapes";
import type { CaseSystem } from "./filing/port";
import type { CaseSystems } from "./filing/setup/shapes";
import type { Workshop } from "./workshop";

/** What the commands of this module are handed. */
export type Given = {
  db: Database;
  clock: Clock;
  audit: Audit;
  jobs: Pick<Jobs, "enqueue">;
  /** Which numbers the municipality files by. */
  kle: Pick<Kle, "facetOf" | "titles" | "wrongWith">;
  /** Other systems are told of what was filed. */
  webhooks: Pick<Webhooks, "announce">;
  /** For the one file that is of the live text. */
  documents: Pick<DocumentStore, "load">;
  log: Log;
  /** The folder that the adapter `folder` files into. */
  filingRoot: string;
  /** Seals the secrets that case systems ask for. */
  seal: Seal;
  /** For tests: one that several doors share. */
  workshop?: Workshop;
  /** For tests: one case system, whatever a municipality has chosen. */
  caseSystem?: CaseSystem;
};

export type ExportDeps = Omit<Given, "filingRoot" | "caseSystem" | "workshop"> & {
  caseSystems: CaseSystems;
  workshop: Workshop;
};
