import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Amended, DocumentStore } from "../document-store/shapes";
import type { ReadingAside } from "./thread";

/** What the commands of this module are handed. */
export type HistoryDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  documents: Pick<DocumentStore, "amend" | "nameVersion">;
  /** Plays a log, where nobody typing waits for it. */
  read: ReadingAside;
  /** So many milliseconds a page waits for a log before it says how far it has come. */
  patienceMs?: number;
  /** Told after the commit, so that whoever has the text open is given what was restored. */
  onAmended?: (amended: Amended<unknown>) => void;
};
