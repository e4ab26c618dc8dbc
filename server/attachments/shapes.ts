import type { AttachmentId, CenterId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

export type AttachmentRow = {
  id: AttachmentId;
  center: { id: CenterId; name: string };
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** How much in it is written like a CPR number; null: its text could not be read. [F54] */
  cprCount: number | null;
  addedBy: string;
  addedAt: Date;
  /** The viewer may take it away. */
  mayRemove: boolean;
};

/** `councils`: those the viewer may attach an answer for now; none when the text is sent, or it is not theirs to do. */
export type AttachmentsPage = { rows: AttachmentRow[]; councils: { id: CenterId; name: string }[] };

/** The door of attachments/: what councils answer in documents of their own, kept as it came. */
export type Attachments = {
  /** Of a hearing, for whoever reads it: by council, the oldest first. */
  ofHearing(viewer: Viewer, consultationId: string): Promise<AttachmentsPage>;
  /**
   * Fields: councilId, file (PDF or Word, by its content). A coordinator for any council, somebody of a council for
   * their own where it takes part; until the text is sent (`approved`). The same file again changes nothing. [F50] [F52]
   */
  attach(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Takes one away. Field: attachmentId. Rights as `attach`. Done twice it is done once. What a text was sent with stays with that. */
  remove(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Its bytes as they came, for whoever reads the hearing. */
  file(viewer: Viewer, attachmentId: string): Promise<{ fileName: string; bytes: Uint8Array }>;
};
