import type { CenterId, ConsultationId, MunicipalityId } from "../../../db/ids";
import type { Viewer } from "../../identity/viewer";
import type { Place } from "../../standing";
import type { ConsultationKind, Deadline } from "../shapes";

/** Computed from an invitation's row; "withdrawn" by the host, whatever was answered before. */
export type InvitationState = "waiting" | "accepted" | "declined" | "withdrawn";

/** As the hearing's host sees an invitation. */
export type InvitedRow = {
  municipality: { id: MunicipalityId; name: string };
  state: InvitationState;
  /** Those that take part, by name. */
  centers: string[];
  /** Who has answered, when; null while it waits. */
  answered: { by: string; at: Date } | null;
  reason: string | null;
  /** The host may end it now. */
  mayWithdraw: boolean;
};

/** The municipalities that answer together. Whoever does not lead the hearing sees those that take part. */
export type GuestsPage = {
  rows: InvitedRow[];
  /** Those that can be invited; none where the viewer may not invite. */
  choices: { id: MunicipalityId; name: string }[];
  can: { invite: boolean };
};

/** What an invited municipality's coordinator is told of a hearing before they have accepted, and nothing more. [J12] */
export type InvitationPage = {
  consultationId: ConsultationId;
  kind: ConsultationKind;
  title: string;
  sender: string;
  deadline: Deadline;
  host: string;
  invitedBy: string;
  invitedAt: Date;
  state: InvitationState;
  reason: string | null;
  /** The open centers of one's own; one that has been given something stays. */
  centers: { id: CenterId; name: string; takesPart: boolean; hasTasks: boolean }[];
  can: { answer: boolean };
};

/** An invitation that waits for the viewer to answer it, for their desk. */
export type WaitingInvitation = {
  consultationId: ConsultationId;
  kind: ConsultationKind;
  title: string;
  userKey: string;
  host: string;
  deadline: Deadline;
};

/** Several municipalities in one hearing: who is asked, who takes part, and as whom (decision 0022). */
export type Guests = {
  /** Who the viewer is at that place; themselves wherever their municipality is no guest. [J11] */
  viewerAt(viewer: Viewer, place: Place): Promise<Viewer>;
  /** For whoever reads the hearing. */
  page(viewer: Viewer, consultationId: string): Promise<GuestsPage>;
  /**
   * Coordinators of the host, as long as the text is not sent. Field: municipalityId. Codes at it: missing,
   * no-such-municipality, own-municipality, already-invited, nobody-to-answer; `approved`.
   */
  invite(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /**
   * Coordinators of the host, as long as the text is not sent. Field: municipalityId. Ends their access at once; what they
   * were given is taken back, what they wrote stays. Done twice, the second time changes nothing. [J15]
   */
  withdraw(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Coordinators of the municipality that was invited; for everybody else there is none. */
  invitation(viewer: Viewer, consultationId: string): Promise<InvitationPage>;
  /**
   * Rights as `invitation`. Field: centerId (one or many of their own that are open). Accepted before, it changes which
   * centers take part. Codes: missing, center-is-closed, center-has-tasks; `invitation-ended`, `invitation-too-late`.
   */
  accept(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Rights as `invitation`. Field: reason. Accepted before, it is leaving, and does what `withdraw` does. [J15] */
  decline(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  waiting(viewer: Viewer): Promise<WaitingInvitation[]>;
};
