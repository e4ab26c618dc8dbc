import type { Words } from "../../app/document-model/comment-anchors";
import type { ClauseId, CommentId, ThreadId, UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

export type CommentRow = {
  id: CommentId;
  by: UserId;
  at: Date;
  /** Plain text; a mention is `@{<user id>}`. Empty when it was taken back. */
  text: string;
  editedAt: Date | null;
  isTakenBack: boolean;
};

export type ThreadRow = {
  id: ThreadId;
  clauseId: ClauseId | null;
  /** Where it was put; where its words are now is seen in the text (document-model/comment-anchors.ts). */
  blockId: string | null;
  quote: string;
  place: number;
  /** Where what was selected went on over further paragraphs. */
  more: Words[];
  startedBy: UserId;
  startedAt: Date;
  assignedTo: UserId | null;
  mustBeSolved: boolean;
  resolved: { by: UserId; at: Date } | null;
  comments: CommentRow[];
};

/** Somebody who is named in comments, or may be mentioned. */
export type PersonRow = { id: UserId; name: string; center: string | null };

/** Every thread of a response, the newest last; `people` are all who occur in them. */
export type CommentsPage = { threads: ThreadRow[]; people: PersonRow[]; can: { comment: boolean } };

/** `page` is null when nothing has happened since `stamp`. */
export type CommentsNews = { stamp: string; page: CommentsPage | null };

/** An open thread that keeps the text from being sent for approval. */
export type Unsolved = { threadId: ThreadId; blockId: string | null; quote: string };

/** What can be done to a thread that is there. */
export type ThreadCommand =
  | "reply"
  | "edit"
  | "take-back"
  | "assign"
  | "must-be-solved"
  | "resolve"
  | "reopen"
  | "attach";

/**
 * The door of comments/: conversations about words, a paragraph or a clause of a response. Whoever takes part in the work
 * may comment until the text is approved, without a right to write. A form sent twice is one command. [K3]
 */
export type Comments = {
  /** For a page that stands open: one small query while nothing happens. Puts marks in that could not be put in before. */
  since(viewer: Viewer, responseId: string, stamp: string | null): Promise<CommentsNews>;
  /** People who can be mentioned or given a thread: by name or center, at most eight. */
  people(viewer: Viewer, responseId: string, query: string): Promise<PersonRow[]>;
  /**
   * Starts a thread. Form: `threadId` and `commentId` (fresh ids), `comment`, and `clauseId` or `blockId`, `quote`, `place`;
   * at choice `more` (JSON of the same of further paragraphs), `assignedTo`, `mustBeSolved` ("yes"). Refuses `words-gone` when those words are not in the text.
   */
  start(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /**
   * reply (`commentId`, `comment`), edit (the same, one's own), take-back (`commentId`, one's own), assign (`assignedTo`, ""
   * for nobody), must-be-solved (`isSo`: "yes" or "no"), resolve, reopen, attach (`blockId`, `quote`, `place`).
   */
  act(viewer: Viewer, threadId: string, command: ThreadCommand, form: unknown): Promise<void>;
};
