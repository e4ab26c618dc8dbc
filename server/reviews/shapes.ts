import type { Attached } from "../../app/document-model/attached";
import type { ResponseDocument } from "../../app/document-model/document";
import type { PartChange } from "../../app/document-model/part-changes";
import type {
  CenterId,
  ConsultationId,
  DelegationId,
  ResponseId,
  ReviewId,
  SourceVersionId,
  UserId,
  VersionId,
} from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { Deadline, NewerVersion } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";
import type { ResponseStatus } from "../standing/shapes";

export type ReviewState = "waiting" | "approved" | "returned" | "reopened";

export type ReviewRound = {
  id: ReviewId;
  round: number;
  versionId: VersionId;
  versionNumber: number;
  sha256: string;
  state: ReviewState;
  sentBy: string;
  sentAt: Date;
  note: string;
  /** Why what is written like a CPR number stands in the text; null where nothing is, or nobody had to say. [F60] */
  cprReason: string | null;
  /** In their order; the first undecided is whose turn it is. [A10] */
  steps: ReviewStep[];
  /** What whoever returned it said of single paragraphs. [A14] */
  remarks: Remark[];
  reopenedBy: string | null;
  reopenedAt: Date | null;
  reopenReason: string | null;
};

/** "turn": it waits for this one. "later": for one before it. "dropped": the round ended before it was decided. */
export type StepState = "turn" | "later" | "approved" | "returned" | "tacit" | "dropped";

export type ReviewStep = {
  position: number;
  approver: string;
  substitute: string | null;
  /** To whom the approver has handed it for today; named where it is their turn. */
  delegates: string[];
  dueDay: string | null;
  isTacit: boolean;
  state: StepState;
  /** Nobody when it was approved tacitly. */
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Signed in the approver's place. */
  isStandIn: boolean;
  reason: string | null;
};

type Remark = { blockId: string; text: string };

/** A step of the plan, and what keeps it from being used as it is: a day that has passed, somebody who has left. */
export type PlanRow = {
  approverId: UserId;
  approver: string;
  substituteId: UserId | null;
  substitute: string | null;
  dueDay: string | null;
  isTacit: boolean;
  problems: string[];
};

/** What stands in the text, or beside it, and keeps it from being sent; each with the way there. [A15] */
export type ReviewBlocks = {
  /** Open suggestions. */
  suggestions: { id: string; by: string; blockIds: string[] }[];
  /** Sign-offs of centers that no longer hold. */
  signOffs: { centerId: CenterId; center: string; state: "lapsed" | "returned" }[];
  /** Open comments marked "skal løses". */
  comments: { threadId: string; blockId: string | null; quote: string }[];
  /** Paragraphs with what is written like a CPR number: to be removed, or confirmed with a reason. [F5] */
  cpr: string[];
  /** The same of documents that go along with the text. [F54] */
  cprAttached: { id: string; fileName: string }[];
};

export type ReviewPage = {
  responseId: ResponseId;
  title: string;
  status: ResponseStatus;
  consultation: { id: ConsultationId; userKey: string; title: string; deadline: Deadline; sourceTitle: string };
  /** Newest first. */
  rounds: ReviewRound[];
  /** The frozen text of the newest round, or null before the first. */
  frozen: ResponseDocument | null;
  /** Those that the frozen text comments on or quotes. */
  clauses: ClauseRow[];
  /** The same of earlier versions: gone from this one, or it was frozen before. [C14] */
  earlier: ClauseRow[];
  /** Assigned cells that nobody has looked at, or not again: shown before sending. */
  holes: { clause: string; center: string }[];
  /** Sending is refused `newer-version` as long as there is one. [C16] */
  newer: NewerVersion | null;
  /** Sending is refused `carry-over-undecided` as long as there is one; `at`: at whose desk it waits. [C15] */
  undecided: { clause: string; at: SourceVersionId }[];
  blocks: ReviewBlocks;
  /** What goes along with the text: of the newest round, else what would now. [F51] */
  attached: Attached[];
  approvers: { id: UserId; name: string; title: string }[];
  /** Who approves, in which order; none: one approver, chosen when it is sent. [A8] */
  plan: PlanRow[];
  /** Travels with the form: a plan that was changed meanwhile is not sent unseen. */
  planStamp: string;
  /** Paragraphs of the frozen text that read otherwise than in the round before, or were not there. */
  changed: string[];
  /** The same with what differs, and what is gone. */
  changes: PartChange[];
  /** The viewer stood in for the one whose turn it is, until that day, and does no more. */
  stoodIn: { approver: string; until: string } | null;
  /** As `news` said when the page was made. */
  stamp: string;
  can: { send: boolean; approve: boolean; giveBack: boolean; reopen: boolean };
};

/** For these days one person decides in another's place. */
export type Absence = {
  id: DelegationId;
  from: string;
  to: string;
  givenBy: string;
  firstDay: string;
  lastDay: string;
  endedAt: Date | null;
  isNow: boolean;
  mayEnd: boolean;
};

export type AbsencePage = {
  today: string;
  /** That hold now, or will. */
  current: Absence[];
  past: Absence[];
  /** Who may be away, and who may stand in. */
  managers: { id: UserId; name: string; title: string }[];
  viewerId: UserId;
  can: { delegate: boolean; forOthers: boolean };
};

/** The door of reviews/: approval of exactly one frozen text. */
export type Reviews = {
  page(viewer: Viewer, responseId: string): Promise<ReviewPage>;
  /** Coordinators. Fields: approverId.N, substituteId.N, dueDay.N, isTacit.N ("yes") for N from 1. Twice is once. */
  plan(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  dropPlan(viewer: Viewer, responseId: string): Promise<void>;
  /** Coordinators. Fields: approverId, or plan (the stamp of what the page showed); note?, holesAccepted ("yes" when there are holes), cprReason?. Freezes the document and the version in one transaction. Codes: missing, holes-not-accepted, cpr-found, approver-is-author, already-sent, empty-text, newer-version, carry-over-undecided, suggestions-open, sign-offs-not-standing, comments-unsolved, plan-changed, plan-not-possible. */
  send(viewer: Viewer, responseId: string, form: unknown): Promise<ReviewId>;
  /** Whoever may decide the step whose turn it is. Fields: sha256, which must be the round's. */
  approve(viewer: Viewer, reviewId: string, form: unknown): Promise<void>;
  /** The same. Fields: reason, remark.<block> for single paragraphs. The document may be written in again. */
  giveBack(viewer: Viewer, reviewId: string, form: unknown): Promise<void>;
  /** Coordinators: ends the newest round, whether waiting or approved. Fields: reason. A filed text may be reopened; its filing stays as it is. */
  reopen(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  absences(viewer: Viewer): Promise<AbsencePage>;
  /** Managers for themselves, administrators for any. Fields: fromId?, toId, firstDay, lastDay. Twice is once. */
  delegate(viewer: Viewer, form: unknown): Promise<void>;
  endDelegation(viewer: Viewer, delegationId: string): Promise<void>;
  /** The job "approve-tacitly". */
  lapse(job: { reviewId: string }): Promise<void>;
  /** The job "tell-stand-in": what waits already is told to whoever begins to stand in. [A16] */
  tellStandIn(job: { delegationId: string }): Promise<void>;
  /** For a page that stands open: a word that changes with how the round stands, and with who may decide it. [A17] */
  news(viewer: Viewer, responseId: string): Promise<{ stamp: string }>;
};
