import type { CenterId, ClauseId, ConsultationId, ResponseId, SourceVersionId } from "../../db/ids";
import type { ClauseRow, SourceKind } from "../agreements/shapes";
import type { Viewer } from "../identity/viewer";
import type { ResponseStatus } from "../standing/shapes";

export type ConsultationKind = "hearing" | "assessment";

export type Deadline = {
  /** "YYYY-MM-DD", a Danish calendar day. */
  day: string;
  time: string | null;
  /** Whole days from today: 0 is today, negative is past. */
  daysLeft: number;
};

export type CenterRow = { id: CenterId; name: string; shortName: string; kind: "center" | "council" };

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
};

export type AssignmentRow = { clauseId: ClauseId; centerId: CenterId; deadline: Deadline };

export type ConsultationPage = ConsultationSummary & {
  caseNumber: string;
  kle: string;
  source: { versionId: SourceVersionId; title: string; label: string; kind: SourceKind };
  clauses: ClauseRow[];
  centers: CenterRow[];
  assignments: AssignmentRow[];
  can: { assign: boolean; startResponse: boolean };
};

/** One thing that waits for the viewer, ordered by deadline; `reason` picks the sentence. */
export type DeskTask = {
  reason: "answer-clauses" | "start-response" | "assign-clauses" | "write-together" | "approve" | "returned" | "file";
  consultation: { id: ConsultationId; userKey: string; title: string; kind: ConsultationKind };
  responseId: ResponseId | null;
  deadline: Deadline;
  /** How many clauses still wait, and which first; only for "answer-clauses". */
  open: number;
  total: number;
  center: string | null;
};

/** The door of consultations/: a hearing or assessment, its deadlines, and who answers what. */
export type Consultations = {
  list(viewer: Viewer): Promise<ConsultationSummary[]>;
  /** Accepted source versions a hearing may be opened on. */
  sources(
    viewer: Viewer,
  ): Promise<{ versionId: SourceVersionId; title: string; label: string; kind: SourceKind; clauses: number }[]>;
  /**
   * Coordinators only. Fields: kind, versionId, title, sender, deadline (YYYY-MM-DD), deadlineTime?, caseNumber, kle.
   * Codes: missing, too-long, not-a-day, deadline-passed, not-a-time, not-a-kle, no-such-source. The user key (HS-YYYY-NNNN) is made here.
   */
  open(viewer: Viewer, form: unknown): Promise<ConsultationId>;
  page(viewer: Viewer, consultationId: string): Promise<ConsultationPage>;
  /** Coordinators only. Fields: clauseId (one or many), centerId (one or many), deadline. Codes: missing, deadline-passed, after-external-deadline. A clause given again gets the new deadline. */
  assign(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Fields: clauseId, centerId. */
  unassign(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  desk(viewer: Viewer): Promise<DeskTask[]>;
};
