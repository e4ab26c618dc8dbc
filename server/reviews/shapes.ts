import type { ResponseDocument } from "../../app/document-model/document";
import type { ConsultationId, ResponseId, ReviewId, UserId, VersionId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { Deadline } from "../consultations/shapes";
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
  approver: string;
  note: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  reopenedBy: string | null;
  reopenedAt: Date | null;
  reopenReason: string | null;
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
  clauses: ClauseRow[];
  /** Assigned cells that nobody has looked at: shown before sending. */
  holes: { clause: string; center: string }[];
  approvers: { id: UserId; name: string; title: string }[];
  can: { send: boolean; approve: boolean; giveBack: boolean; reopen: boolean };
};

/** The door of reviews/: approval of exactly one frozen text. */
export type Reviews = {
  page(viewer: Viewer, responseId: string): Promise<ReviewPage>;
  /** Coordinators. Fields: approverId, note?, holesAccepted ("yes" when there are holes). Freezes the document and the version in one transaction. Codes: missing, holes-not-accepted, approver-is-author, already-sent, empty-text. */
  send(viewer: Viewer, responseId: string, form: unknown): Promise<ReviewId>;
  /** The approver. Fields: sha256, which must be the round's. */
  approve(viewer: Viewer, reviewId: string, form: unknown): Promise<void>;
  /** The approver. Fields: reason. The document may be written in again. */
  giveBack(viewer: Viewer, reviewId: string, form: unknown): Promise<void>;
  /** Coordinators: ends the newest round, whether waiting or approved. Fields: reason. A filed text may be reopened; its filing stays as it is. */
  reopen(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
};
