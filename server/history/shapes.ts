import type { ResponseDocument } from "../../app/document-model/document";
import type { Counts, Passage } from "../../app/document-model/passages";
import type { ResponseId, UserId, VersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

/** Somebody who wrote: "AB", and a colour as the live text shows them. */
export type Writer = { id: UserId; name: string; center: string; initials: string; color: string };

/** So many letters of a paragraph. `by` null: the text began with them. `suggestedBy`: whose suggestion they were. */
export type Hand = { length: number; by: UserId | null; at: Date; seq: number; suggestedBy: UserId[] };

export type Sitting = {
  /** Null: how the text began. */
  by: UserId | null;
  firstSeq: number;
  lastSeq: number;
  from: Date;
  to: Date;
  added: number;
  removed: number;
};

/** A version among the moments: named by somebody, or frozen for a round of approval. */
export type HistoryVersion = { id: VersionId; seq: number; number: number; at: Date; by: UserId } & (
  | { kind: "named"; name: string }
  | { kind: "frozen"; round: number; state: "waiting" | "approved" | "returned" | "reopened" | "filed" }
);

export type HistoryMoment = { seq: number; at: Date; by: UserId | null };

/** What of two texts is the same is counted and not repeated. */
export type ComparedPassage = Passage | { kind: "unchanged"; id: string; count: number };

export type HistoryView =
  | { kind: "text"; moment: HistoryMoment; document: ResponseDocument; hands: Hand[][] }
  | { kind: "compared"; before: HistoryMoment; after: HistoryMoment; counts: Counts; passages: ComparedPassage[] }
  /** What restoring would change in the text as it is now; `item`: of one paragraph alone. */
  | { kind: "restoring"; moment: HistoryMoment; item: string | null; counts: Counts; passages: ComparedPassage[] };

export type HistoryPage = { responseId: ResponseId; total: number; can: { write: boolean } } & (
  | { isReady: false; rows: number }
  | {
      isReady: true;
      headSeq: number;
      moments: HistoryMoment[];
      /** The newest first. */
      sittings: Sitting[];
      /** The newest first. */
      versions: HistoryVersion[];
      writers: Writer[];
      view: HistoryView;
    }
);

/** What the address asks for: places of the log, and a paragraph. Whatever is none of the text's is passed over. */
export type HistoryAsked = { at: string | null; against: string | null; restore: string | null };

/** "Hvem skrev dette?" of one paragraph as it is now. */
export type WhoWrote = { isReady: false } | { isReady: true; hands: Hand[]; writers: Writer[] };

/** The door of history/: who wrote what, what the text was, and how it comes back. Nothing of it can be deleted. */
export type History = {
  /** For whoever may read the text. Where the log takes long to read, it says how far that has come. */
  page(viewer: Viewer, responseId: string, asked: HistoryAsked): Promise<HistoryPage>;
  whoWrote(viewer: Viewer, responseId: string, blockId: string): Promise<WhoWrote>;
  /** Fields: name (1–100, no other version's of the text). Refuses text-not-yours-to-write, name-taken. [V4] */
  nameVersion(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /**
   * Fields: moment (a place of the log), item? (a paragraph or table). An edit like any other, by the viewer; what it
   * changed. Refuses text-not-yours-to-write, no-such-moment, no-such-paragraph. [V6] [V7]
   */
  restore(viewer: Viewer, responseId: string, form: unknown): Promise<Counts>;
};
