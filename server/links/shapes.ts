import type { GoalStatus } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId, MunicipalityId, SourceVersionId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { CenterInHearing, ConsultationKind, Deadline } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";

/** "look-again": what the center said came from an earlier version, and the wording has changed since. [C17] */
export type CoverageState = "not-looked-at" | "look-again" | "in-work" | "answered" | "no-remarks" | "not-relevant";

export type Answer = "in-work" | "no-remarks" | "not-relevant";

/** What a center has said last of a goal; `due` is the day of the next step. */
export type GoalNow = { status: GoalStatus; nextStep: string; due: string | null };

export type CoverageCell = {
  clauseId: ClauseId;
  centerId: CenterId;
  state: CoverageState;
  /** How far the center says it is with the goal, in an assessment. [M3] */
  goal: GoalNow | null;
  /** Null when the clause was not given to that center: an empty cell is then no hole. */
  deadline: Deadline | null;
  isAssigned: boolean;
  isLate: boolean;
  /** Answered, and only after its deadline: on the morning after it was still owed. [H16] */
  cameLate: boolean;
  /** Still owed, and its day has passed or is at most three days off. [C6] */
  isPressing: boolean;
  /** Given and not looked at, or not again. [C4] */
  isHole: boolean;
  /** Paragraphs of that center linked to the clause, in document order; the page links to the first. */
  blockIds: string[];
  /** The viewer may answer for that center. */
  mayAnswer: boolean;
};

/** What is counted of the cells that were given. */
export type CountedCell = Pick<CoverageCell, "centerId" | "state" | "isAssigned" | "isLate" | "cameLate" | "deadline">;

export type Progress = {
  kind: ConsultationKind;
  centers: CenterInHearing[];
  /** Those that were given, in no order; `isOpen`: the center still owes something. */
  cells: (CountedCell & { isOpen: boolean })[];
  /** Of an assessment: goals that no center was given. */
  unassignedGoals: number;
};

export type CoveragePage = {
  kind: ConsultationKind;
  clauses: ClauseRow[];
  centers: CenterInHearing[];
  /** Of the centers here: those the viewer belongs to, and those the viewer may answer for. */
  mine: CenterId[];
  answersFor: CenterId[];
  /** When it was so, as ISO 8601. */
  at: string;
  /** Sparse: only cells that are assigned or have a state other than "not-looked-at". */
  cells: CoverageCell[];
  /** Of the assigned cells. */
  counts: Record<CoverageState, number>;
  /** Assigned and not looked at, or not again: what stands between the text and approval. */
  holes: number;
  /** Paragraphs linked to the whole source, or to the whole of a version before it, per center. */
  wholeSource: { centerId: CenterId; blockIds: string[] }[];
  /** What was said of clauses of earlier versions that are gone from this one. */
  dropped: { clause: Pick<ClauseRow, "id" | "path">; centerId: CenterId; blockIds: string[] }[];
  /** Clauses of earlier versions that are in use here and wait for somebody to say what became of them. [C15] */
  undecided: Undecided[];
};

/** A clause of an earlier version that is in use and waits for somebody to say what became of it, and at whose desk. [C15] */
export type Undecided = { clause: Pick<ClauseRow, "id" | "path">; at: SourceVersionId };

/** What has come of asking again; `page` null: all is as it was. The stamp is asked with the next time. [C8] */
export type CoverageNews = { stamp: string; at: string; page: CoveragePage | null };

/** What a center has been given in a hearing, how much of it is still open (`earliest`: its first day) and how much of that is past its day, and how much came late. [H16] */
export type Owed = {
  consultationId: ConsultationId;
  centerId: CenterId;
  open: number;
  total: number;
  earliest: string | null;
  overdue: number;
  cameLate: number;
};

/** A clause that a center was given and still owes an answer to. */
export type OpenCell = { consultationId: ConsultationId; clauseId: ClauseId; centerId: CenterId; deadline: string };

/** The door of links/: coverage, and the answers a center gives in words other than text. */
export type Links = {
  coverage(viewer: Viewer, consultationId: string): Promise<CoveragePage>;
  /** The same for a page that watches: cheap as long as nothing was written, and silent as long as nothing here changed. [C8] */
  coverageSince(viewer: Viewer, consultationId: string, stamp: string | null): Promise<CoverageNews>;
  /** How far each center is, for a hearing's front page. Whoever may not read it is refused as by `coverage`. */
  progress(viewer: Viewer, consultationId: string): Promise<Progress>;
  /**
   * Fields: clauseId, centerId, answer ("" takes it back). For contributors of that center, and coordinators. Refused
   * `approved` once the text is sent for approval. With `instead` (the answer it takes the place of) it undoes that one
   * alone: refused `answered-since` when another stands there now. [C7]
   */
  answer(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /**
   * Says that a center has looked again at what it said, now that the clause reads otherwise. Fields: clauseId (of the
   * hearing's own version), centerId. Rights and refusals as `answer`; the same again changes nothing. [C17]
   */
  lookAgain(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** For the hearing's page: what is in use in it and waits to be decided. */
  undecided(viewer: Viewer, consultationId: string): Promise<Undecided[]>;
  /** For reminders: what is given and still open in these hearings of that municipality. */
  stillOpen(
    home: { municipality: { id: MunicipalityId } },
    consultationIds: readonly ConsultationId[],
    /** The transaction to look in. */
    on?: Queryable,
  ): Promise<OpenCell[]>;
  /** For the desk: what the centers of these hearings owe. What none of the viewers (one person, at home and as a guest) sees is left out. */
  owed(viewers: readonly Viewer[], consultationIds: readonly ConsultationId[]): Promise<Owed[]>;
};
