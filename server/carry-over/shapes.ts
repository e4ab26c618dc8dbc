import type { ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import type { ClauseRow, VersionHead } from "../agreements/shapes";
import type { Viewer } from "../identity/viewer";

/** A clause of one version as it is aligned. `position` is its place in reading order; the array's order means nothing. */
export type Clause = Pick<ClauseRow, "id" | "parentId" | "kind" | "number" | "heading" | "text"> & { position: number };

/** What became of a clause of the old version. "met": a goal that is gone because it was reached; a person alone says so. */
export type Change = "unchanged" | "moved" | "reworded" | "split" | "merged" | "dropped" | "met";
/** What a page filters by; "new" is of the new version alone. */
export type ChangeKind = Change | "new";

/** Why clauses with the same words are not carried over without a person. */
export type Doubt =
  /** The same words stand more than once in a version. */
  | "not-unique"
  /** What stands below it and is no clause of its own has changed. */
  | "below-changed"
  /** The line it continues ("Kommunen skal:") has changed. */
  | "lead-in-changed"
  /** A few words under another heading may mean another thing. */
  | "few-words"
  /** It stands under another heading, and where it stood, or stands, is another that reads nearly the same. */
  | "look-alike"
  /** It was a goal and is a text now, or the like. */
  | "other-kind";

/** How alike two clauses are, each 0..1; the names are also the reasons of a suggestion. */
export type Measures = {
  /** Dice coefficient of their character trigrams. */
  trigrams: number;
  /** Cosine of their stemmed words, rare words counting more. */
  words: number;
  /** How much of the old one's words stand in the new one: high when it was merged into it. */
  containedIn: number;
  /** How much of the new one's words stood in the old one: high when it was split off. */
  contains: number;
  /** How much of what stands below the two is the same. */
  below: number;
};

export type Suggestion = {
  to: ClauseId;
  score: number;
  /** The measure that gives the score; "identical" when the words are the same. */
  because: "identical" | keyof Measures;
  measures: Measures;
};

/** One clause of the old version. `isContext`: a section or a text, which nobody has to decide on. */
export type AlignedRow = { from: ClauseId; isContext: boolean } & (
  | { isCertain: true; change: "unchanged" | "moved"; to: [ClauseId] }
  | {
      isCertain: false;
      change: Change;
      /** What is proposed: none when dropped, several when split. Never in force before a person has said so. */
      to: ClauseId[];
      doubt: Doubt | null;
      suggestions: Suggestion[];
    }
);

export type Alignment = {
  /** One row for each clause of the old version, in its reading order. */
  rows: AlignedRow[];
  /** Clauses of the new version that nothing is proposed to lead to, in reading order. */
  added: ClauseId[];
};

/**
 * What a clause of any earlier version (or one that a correction has joined to another) is in the version a hearing is on.
 * `isChanged`: somewhere on the way its wording changed, or it was split or merged: who said something of it looks again.
 */
export type Successor =
  | { state: "carried"; to: ClauseId[]; isChanged: boolean }
  | { state: "dropped" }
  /** `at`: the version at whose desk somebody has to decide. */
  | { state: "undecided"; at: SourceVersionId };

/** Of every clause of the versions before; a clause of the version itself is not in it, nor one of another source. */
export type Carried = {
  versionId: SourceVersionId;
  successorOf: ReadonlyMap<ClauseId, Successor>;
  /** The version that each of those clauses is of. */
  versionOf: ReadonlyMap<ClauseId, SourceVersionId>;
  /** The versions before it, the oldest first, and itself: a remark on the whole of any of them is one on the whole of this. */
  lineage: ReadonlySet<SourceVersionId>;
};

export type DecidedRow = { to: ClauseId[]; change: Change; isCertain: boolean; by: string | null; at: Date };

/** What hangs on a clause in hearings that are still being written. */
export type InUse = { remarks: number; answers: number; assignments: number };

export type DeskRow = {
  from: ClauseRow;
  proposed: Pick<AlignedRow, "change" | "to"> & { doubt: Doubt | null; suggestions: Suggestion[] };
  /** Null: it waits for a person. */
  decision: DecidedRow | null;
  inUse: InUse;
  /** What its remarks were linked to: the clause itself, or those of earlier versions that it has come from. */
  remarkedOn: ClauseId[];
  /** It is in use and waits: it keeps a text from being sent for approval. [C15] */
  isBlocking: boolean;
};

export type DeskHearing = {
  id: ConsultationId;
  userKey: string;
  title: string;
  /** "follows": it is on this version or a later one; "stays": it was decided not to; "waits": nobody has said. */
  place: "follows" | "stays" | "waits";
};

/** The carry-over desk: from the accepted version before to this one. */
export type DeskPage = {
  from: VersionHead;
  to: VersionHead;
  /** What can be linked to, and whatever else is in use, of the old version in its reading order. */
  rows: DeskRow[];
  /** The whole new version, to choose from. */
  after: ClauseRow[];
  /** Of the new version, what nothing leads to by decision. */
  added: ClauseId[];
  counts: { total: number; certain: number; decided: number; undecided: number; blocking: number };
  /** Hearings on this source that are still being written. */
  hearings: DeskHearing[];
  can: { decide: boolean };
};

/** Old and new clause by clause, in the new version's reading order, what is gone where it stood. */
export type ComparedRow = { change: ChangeKind; isDecided: boolean; from: ClauseRow[]; to: ClauseRow[] };
export type ComparisonPage = {
  from: VersionHead;
  to: VersionHead;
  rows: ComparedRow[];
  counts: Record<ChangeKind, number>;
};

/** The door of carry-over/: what became of an old version's clauses, decided by people where it is not certain. */
export type CarryOver = {
  /** Of a version that follows another; `not-found` otherwise. For who reads hearings. */
  desk(viewer: Viewer, versionId: string): Promise<DeskPage>;
  comparison(viewer: Viewer, versionId: string): Promise<ComparisonPage>;
  /**
   * Coordinators only. Fields: fromClauseId, toClauseId (none: it is gone; one or many), isMet ("yes": it is gone because it
   * was reached). The same decision again changes nothing; another one is refused `decided-otherwise` until that is taken
   * back. Codes: not-a-clause-of-this-version; isMet: only-goals, still-there. [C18] [C23]
   */
  decide(viewer: Viewer, versionId: string, form: unknown): Promise<void>;
  /** Coordinators only. Fields: fromClauseId. Takes back what was decided, by a person or by itself; nothing to take back changes nothing. */
  undo(viewer: Viewer, versionId: string, form: unknown): Promise<void>;
  /** The clause and all it came from, the nearest first; nothing for another municipality's. For its earlier remarks. */
  ancestors(viewer: Viewer, clauseId: string): Promise<ClauseId[]>;
};
