import type { Database } from "../../db/client";
import type { Audit } from "../audit";
import type { Clock } from "../clock";
import type { Amended, DocumentStore } from "../document-store/shapes";
import type { Notices } from "../notices/shapes";

/** What the commands of this module are handed. */
export type CommentDeps = {
  db: Database;
  clock: Clock;
  audit: Audit;
  documents: Pick<DocumentStore, "amend" | "load">;
  notices: Notices;
  /** Told after the commit: whoever has the text open is given the mark. */
  onAmended: (written: Amended<unknown>) => void;
};
