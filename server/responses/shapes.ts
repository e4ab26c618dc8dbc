import type { CenterId, ClauseId, ConsultationId, DocumentId, ResponseId, SourceVersionId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { CenterRow, Deadline } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";
import type { DocumentAccess, ResponseStatus } from "../standing/shapes";

export type ResponsePage = {
  id: ResponseId;
  documentId: DocumentId;
  title: string;
  status: ResponseStatus;
  access: DocumentAccess;
  consultation: {
    id: ConsultationId;
    userKey: string;
    title: string;
    kind: "hearing" | "assessment";
    deadline: Deadline;
    versionId: SourceVersionId;
    sourceTitle: string;
    sourceLabel: string;
  };
  clauses: ClauseRow[];
  centers: CenterRow[];
  /** Clause ids given to the centers the viewer writes for, first in the search. */
  mine: ClauseId[];
  /** On whose behalf the viewer links: their own centers; a coordinator may choose any of `centers`. */
  linkAs: CenterId[];
  /** The reason the text came back with, when the last round was returned. */
  returned: { reason: string; by: string; at: Date } | null;
  can: { write: boolean; sendForApproval: boolean; approve: boolean; reopen: boolean; file: boolean; export: boolean };
};

/** A paragraph of the text as the projection has it. */
export type OpeningLine = { blockId: string; kind: string; text: string };

/** The door of responses/: the one live document of a consultation, and who may do what with it. */
export type Responses = {
  /** Makes the response and its document (seeded with headings by the consultation's kind), once; the same id when asked again. Coordinators only. */
  start(viewer: Viewer, consultationId: string): Promise<ResponseId>;
  page(viewer: Viewer, responseId: string): Promise<ResponsePage>;
  /** The first paragraphs of the text, a second or two old; none when nothing has been projected yet. */
  opening(viewer: Viewer, responseId: string): Promise<OpeningLine[]>;
  /** For the sync door: null is "not found, or not yours". A frozen document is at most "read". */
  accessOf(viewer: Viewer, documentId: string): Promise<DocumentAccess | null>;
};
