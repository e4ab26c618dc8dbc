import type { Incoming } from "../../app/document-model/incoming/shapes";
import type { CenterId, ClauseId, ConsultationId, DocumentId, ResponseId, SourceVersionId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { Successor } from "../carry-over/shapes";
import type { CenterRow, Deadline, NewerVersion } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";
import type { DocumentAccess, ResponseStatus } from "../standing/shapes";

/** What all pages of a response say of it. */
export type ResponseHead = {
  id: ResponseId;
  documentId: DocumentId;
  title: string;
  status: ResponseStatus;
  access: DocumentAccess;
  consultation: {
    id: ConsultationId;
    userKey: string;
    title: string;
    kind: "hearing" | "assessment" | "follow-up";
    deadline: Deadline;
    versionId: SourceVersionId;
    sourceTitle: string;
    sourceLabel: string;
    /** The municipality whose hearing it is, when the viewer is its guest there. [J17] */
    host: string | null;
  };
  can: { write: boolean; sendForApproval: boolean; approve: boolean; reopen: boolean; file: boolean; export: boolean };
};

export type ResponsePage = ResponseHead & {
  clauses: ClauseRow[];
  /** What links of this text may still lead to: clauses of the versions before this one. Empty when there are none. */
  earlier: EarlierClause[];
  /** This version and those before it: a remark on the whole of any of them is one on the whole of this. */
  lineage: SourceVersionId[];
  /** As long as the text is written in. [C16] */
  newer: NewerVersion | null;
  centers: CenterRow[];
  /** Clause ids given to the centers the viewer writes for, first in the search. */
  mine: ClauseId[];
  /** On whose behalf the viewer links: their own centers; a coordinator may choose any of `centers`. */
  linkAs: CenterId[];
  /** What the text came back with, when the last round was returned: the reason, and what was said of paragraphs. [A14] */
  returned: { reason: string; by: string; at: Date; remarks: { blockId: string; text: string }[] } | null;
};

/** A clause of an earlier version, or one that a correction has joined to another, and what it is now. */
export type EarlierClause = Pick<ClauseRow, "id" | "kind" | "number" | "heading" | "text" | "path"> & {
  /** Where it is to be decided is told to whoever can go there: the desk is the host's. [J12] */
  successor: Exclude<Successor, { state: "undecided" }> | { state: "undecided"; at: SourceVersionId | null };
};

/** A paragraph of the text as the projection has it. */
export type OpeningLine = { blockId: string; kind: string; text: string };

/** The door of responses/: the one live document of a consultation, and who may do what with it. */
export type Responses = {
  /**
   * Makes the response and its document (seeded by the consultation's kind), once; the same id when asked again.
   * Coordinators only. Field, of an assessment: answeredPer ("area", as is usual, or "goal"). Refuses
   * `source-without-goals`. [H6]
   */
  start(viewer: Viewer, consultationId: string, form?: unknown): Promise<ResponseId>;
  head(viewer: Viewer, responseId: string): Promise<ResponseHead>;
  page(viewer: Viewer, responseId: string): Promise<ResponsePage>;
  /** The first paragraphs of the text, a second or two old; none when nothing has been projected yet. */
  opening(viewer: Viewer, responseId: string): Promise<OpeningLine[]>;
  /**
   * What a Word file (field `file`, at most 20 MB) says, as text for this response, for whoever may write in it just now.
   * It is read and not kept: putting it in is the editor's. Refuses per field what cannot be read. [E25]
   */
  readWordFile(viewer: Viewer, responseId: string, form: unknown): Promise<Incoming>;
  /** For the sync door: null is "not found, or not yours". A frozen document is at most "read". */
  accessOf(viewer: Viewer, documentId: string): Promise<DocumentAccess | null>;
};
