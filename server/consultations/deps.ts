import type { Database, Transaction } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Agreements } from "../agreements/shapes";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { DocumentStore } from "../document-store/shapes";
import type { Initiatives } from "../initiatives/shapes";
import type { Jobs } from "../jobs";
import type { Kle } from "../kle/shapes";
import type { Letters } from "../letters/shapes";
import type { Links } from "../links/shapes";
import type { Notices } from "../notices/shapes";
import type { SignOffs } from "../sign-offs/shapes";

/** What the commands of this module are handed. */
export type ConsultationDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  agreements: Pick<Agreements, "clauses">;
  /** Whether a number may be used. */
  kle: Pick<Kle, "wrongWith">;
  /** Handed in: coverage stands beside hearings, not below them. */
  links: Pick<Links, "owed" | "progress" | "undecided" | "stillOpen">;
  letters: Pick<Letters, "belongs">;
  /** For where in a text somebody wrote last. */
  documents: Pick<DocumentStore, "load">;
  notices: Pick<Notices, "tell">;
  jobs: Pick<Jobs, "enqueue">;
  /** A closed center's part of a text: stays its own where it stands signed, else goes along with its tasks. [H54] */
  handOverPart?: SignOffs["handOver"];
  /** What it does towards goals goes along. [H65] */
  handOverInitiatives?: Initiatives["handOver"];
  /** Told after the commit when other centers than before may write. */
  onDocumentChanged?: (documentId: DocumentId) => void;
  /** Told in the transaction when other paragraphs than before may be a center's. [A28] */
  onPartsChanged?: (tx: Transaction, documentId: DocumentId) => Promise<void>;
};
