import type { BaseBlock, ProposedBlock } from "../../app/document-model/suggestions/shapes";
import type { SuggestionId, UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

/** A suggestion as it is shown. `changedAt` names the form in which somebody has seen it. */
export type SuggestionView = {
  id: SuggestionId;
  by: { id: UserId; name: string };
  madeAt: Date;
  changedAt: Date;
  after: string | null;
  base: BaseBlock[];
  proposed: ProposedBlock[];
  isOwn: boolean;
};

/** One of the viewer's own that somebody has decided. */
export type DecidedView = {
  id: SuggestionId;
  decision: "accepted" | "rejected";
  by: string;
  at: Date;
  reason: string | null;
  base: BaseBlock[];
  proposed: ProposedBlock[];
};

export type SuggestionList = {
  /** Handed back with the next question: as long as it is the same, nothing is. */
  stamp: string;
  /** Open ones, oldest first. */
  open: SuggestionView[];
  /** The viewer's own that were decided last. */
  decided: DecidedView[];
  can: { suggest: boolean; decide: boolean };
};

/** What was asked for and not done, and why: decided by another, changed since it was seen, of other words than it fits. */
export type Left = { id: string; code: string };

export type Saved = {
  /** As it is kept now; `changedAt` in ISO form. */
  kept: { id: string; changedAt: string }[];
  /** Accepted or rejected in the meantime: the text, or its writer, must look again. */
  decided: string[];
};

/** The door of suggestions/: proposals to a live text by whoever may not, or would rather not, write in it. */
export type Suggestions = {
  /** Null: as when that stamp was given. Open suggestions, for whoever reads the text. */
  list(viewer: Viewer, responseId: string, stamp: string | null): Promise<SuggestionList | null>;
  /**
   * One's own open ones as they are now. Fields: `suggestions`, JSON of `{ id, after, base, proposed }[]` with ids that the
   * page has made, and `withdrawn`, ids. Sent again it changes nothing. Codes: not-a-suggestion, suggestion-too-large,
   * too-many-suggestions, suggestion-not-yours, not-yours-to-suggest, document-not-active.
   */
  save(viewer: Viewer, responseId: string, form: unknown): Promise<Saved>;
  /**
   * Whoever may write. Fields: `suggestion`, `<id>|<changedAt>`, one or several; `anyway`, for one whose text has changed:
   * the hash of the text they saw. Of one alone what stands against it is refused: suggestion-decided, suggestion-changed,
   * suggestion-out-of-date, suggestion-gone, suggestions-not-yours-to-decide, document-not-active.
   */
  accept(viewer: Viewer, responseId: string, form: unknown): Promise<Left[]>;
  /** The same, with `reason`, which may be empty. */
  reject(viewer: Viewer, responseId: string, form: unknown): Promise<Left[]>;
};

/** What keeps a text from being sent. `by`: their name. `blockIds`: where it is. */
export type OpenSuggestion = { id: SuggestionId; by: string; blockIds: string[] };

/** What a Word file with tracked changes says of one. */
export type OpenRun = Pick<SuggestionView, "after" | "base" | "proposed" | "changedAt"> & { by: string };
