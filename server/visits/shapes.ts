import type { Viewer } from "../identity/viewer";

/** A paragraph that others have written, or written in, since the viewer was last here. */
export type ChangedBlock = { id: string; isNew: boolean };

/** `since`: when the viewer was last here; null on the first visit, when nothing is marked. */
export type SinceLast = { since: Date | null; blocks: ChangedBlock[] };

/** The door of visits/: what has happened in a live text since somebody last had it before them. Not in the audit trail. */
export type Visits = {
  /** The page is opened, or looked at again. A visit lasts until the page was away for half an hour. */
  arrive(viewer: Viewer, responseId: string): Promise<SinceLast>;
  /** The page is still before them: said every minute, and when they leave. */
  stay(viewer: Viewer, responseId: string): Promise<void>;
  /** All of it has been seen: nothing is marked until others write on. */
  see(viewer: Viewer, responseId: string): Promise<void>;
};
