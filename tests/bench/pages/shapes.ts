import type { CenterId, ConsultationId, DocumentId, ResponseId, UserId } from "../../../db/ids";
import type { Version } from "./sources";

export type Stage = "not-started" | "writing" | "in-review" | "approved" | "filed";

export type Hearing = {
  id: ConsultationId;
  kind: "hearing" | "assessment";
  stage: Stage;
  responseId: ResponseId | null;
  documentId: DocumentId | null;
  version: Version;
  centers: CenterId[];
  /** Days from now to the external deadline. */
  due: number;
  by: UserId;
};
