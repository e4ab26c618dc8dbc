import type { Transaction } from "../../db/client";
import type {
  CenterId,
  ClauseId,
  ConsultationId,
  DocumentId,
  MunicipalityId,
  ResponseId,
  SourceVersionId,
  UserId,
} from "../../db/ids";
import type { ClauseRow, SourceKind } from "../agreements/shapes";
import type { Actor } from "../audit";
import type { Viewer } from "../identity/viewer";
import type { ResponseStatus } from "../standing/shapes";
import type { FrontPage } from "./front/shapes";
import type { StepKind } from "./plan/templates";

export type ConsultationKind = "hearing" | "assessment" | "follow-up";

export type Deadline = {
  /** "YYYY-MM-DD", a Danish calendar day. */
  day: string;
  time: string | null;
  /** Whole days from today: 0 is today, negative is past. */
  daysLeft: number;
};

/** `closed`: from that day on, a Danish one, and whose its tasks are since. */
export type CenterRow = {
  id: CenterId;
  name: string;
  shortName: string;
  kind: "center" | "council";
  closed?: { on: string; successor: string };
};

/** Of a hearing that several municipalities may answer: whose it is. [J20] */
export type CenterInHearing = CenterRow & { municipality: string };

export type ConsultationSummary = {
  id: ConsultationId;
  userKey: string;
  kind: ConsultationKind;
  title: string;
  sender: string;
  deadline: Deadline;
  coordinator: string;
  responseId: ResponseId | null;
  status: ResponseStatus | "not-started";
  /** The municipality whose hearing it is, when the viewer is its guest there. [J17] */
  host: string | null;
};

/** Pages count from 1. */
export type FiledPage = { hearings: ConsultationSummary[]; page: number; pages: number; total: number };

/** `isOwner`: the center answers for the clause as a whole. [M1] */
export type AssignmentRow = { clauseId: ClauseId; centerId: CenterId; deadline: Deadline; isOwner: boolean };

/** A later accepted version of the hearing's source that nobody has yet said yes or no to. [C16] */
export type NewerVersion = { versionId: SourceVersionId; number: number; label: string };

/** What all pages of a hearing say of it; as small for 400 clauses as for one. */
export type ConsultationHead = ConsultationSummary & {
  caseNumber: string;
  kle: string;
  source: { versionId: SourceVersionId; title: string; label: string; kind: SourceKind };
  newer: NewerVersion | null;
  /** At which desks something that is in use here waits to be decided, and how many clauses. [C15] */
  undecided: { at: SourceVersionId; count: number }[];
  can: { assign: boolean; startResponse: boolean };
};

export type ConsultationPage = ConsultationHead & {
  clauses: ClauseRow[];
  centers: CenterRow[];
  /** On the hearing's own version; what was given of an earlier one stands where that has become. */
  assignments: AssignmentRow[];
};

/** One thing that waits for the viewer, ordered by deadline; `reason` picks the sentence. */
export type DeskTask = {
  reason:
    | "answer-clauses"
    | "newer-version"
    | "start-response"
    | "assign-clauses"
    | "write-together"
    | "approve"
    | "sign-off"
    | "returned"
    | "file"
    | "comments"
    | "suggestions"
    | "part-returned"
    | "confirm-plan"
    | "plan-step"
    | "invitation";
  consultation: { id: ConsultationId; userKey: string; title: string; kind: ConsultationKind };
  responseId: ResponseId | null;
  deadline: Deadline;
  /** How many wait: clauses of "answer-clauses", comments, suggestions. */
  open: number;
  total: number;
  /** Of a coordinator's next step: how many centers owe something after their day. [H45] */
  lateCenters: number;
  /** Of "plan-step" and "confirm-plan". */
  step: StepKind | null;
  /** Whose clauses or part it is. */
  center: string | null;
  centerId: CenterId | null;
  /** Who sent the part back, and their reason; the center's own people read it. [H61] */
  by: string | null;
  why: string | null;
  /** The municipality whose hearing it is, when it is not the viewer's own. [J17] */
  host: string | null;
};

/** The door of consultations/: a hearing or assessment, its deadlines, and who answers what. */
export type Consultations = {
  /** Those under way, the nearest deadline first. */
  list(viewer: Viewer): Promise<ConsultationSummary[]>;
  /** Those that are filed, the latest deadline first, a page at a time. [Q20] */
  filed(viewer: Viewer, page: number): Promise<FiledPage>;
  /** Accepted source versions a hearing may be opened on. */
  sources(viewer: Viewer): Promise<
    {
      versionId: SourceVersionId;
      title: string;
      label: string;
      kind: SourceKind;
      publisher: string;
      clauses: number;
      goals: number;
    }[]
  >;
  /** Coordinators only: what an assessment of that version may be called and when it may end. `source` null: no such. */
  assessmentProposal(
    viewer: Viewer,
    versionId: string,
  ): Promise<{
    source: { title: string; publisher: string; goals: number } | null;
    deadline: string;
    coordinatorId: UserId;
    coordinators: { id: UserId; name: string }[];
  }>;
  /**
   * Coordinators only. Fields: kind, versionId, title, sender, deadline (YYYY-MM-DD), deadlineTime?, caseNumber, kle, coordinatorId?.
   * Codes: missing, too-long, not-a-day, deadline-passed, not-a-time, not-a-kle, no-such-source, source-without-goals (of an assessment). The user key (HS-YYYY-NNNN) is made here.
   */
  open(viewer: Viewer, form: unknown): Promise<ConsultationId>;
  head(viewer: Viewer, consultationId: string): Promise<ConsultationHead>;
  page(viewer: Viewer, consultationId: string): Promise<ConsultationPage>;
  /** Coordinators only. Fields: clauseId (one or many), centerId (one or many), deadline. Codes: missing, deadline-passed, after-external-deadline. A clause given again gets the new deadline. */
  assign(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Fields: clauseId, centerId. */
  unassign(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Coordinators, as long as the text is not sent. Fields: clauseId, centerId (one that was given it). [M1] */
  own(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /**
   * Moves the hearing to a later version that descends from its own. Coordinators, as long as the text is not sent. Fields:
   * versionId. Codes: no-such-version. On that version already, nothing changes. [C16]
   */
  follow(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Says that the hearing does not move to that version, nor to those before it. Rights, fields and codes as `follow`. [C16] */
  stay(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** What the front page shows beside the head: timeline, parts, and what was done of late. [H41] [H42] [H43] */
  front(viewer: Viewer, consultationId: string): Promise<FrontPage>;
  desk(viewer: Viewer): Promise<DeskTask[]>;
  /**
   * In a transaction: what is open at closed centers goes to their successors, in every hearing not sent (or in `only` that
   * one). Answers the texts whose people are to knock again after the commit. [H53] [H54]
   */
  handOver(tx: Transaction, actor: Actor, only?: ConsultationId): Promise<DocumentId[]>;
  /** The job. */
  handOverDue(job: { municipalityId: MunicipalityId }): Promise<void>;
};
