import type { Transaction } from "../../db/client";
import type { ConsultationId, LetterId } from "../../db/ids";
import type { LetterProposal } from "../agreements/shapes";
import type { Viewer } from "../identity/viewer";

export type { Found, LetterProposal } from "../agreements/shapes";

export type LetterHead = { id: LetterId; fileName: string; receivedBy: string; receivedAt: Date };
export type LetterPage = LetterHead & { proposal: LetterProposal };

/** The letters that hearings come with. All but `ofHearing` and `file` are for coordinators ("coordinators-only"). */
export type Letters = {
  /**
   * Reads a letter (`file`, or a mail's words as `text`) and keeps it. Refused at "file" or "text" with a code of papers;
   * then nothing is kept. The same file again, while it waits, is the same letter. [H30]
   */
  receive(viewer: Viewer, form: unknown): Promise<LetterId>;
  /** Those whose hearing is not opened yet, the newest first. [H31] */
  waiting(viewer: Viewer): Promise<LetterHead[]>;
  /** One that waits; null when it does not, or never did. */
  find(viewer: Viewer, letterId: string): Promise<LetterPage | null>;
  /** In the transaction that opens the hearing. Refused at "letterId": "letter-taken". [H31] */
  belongs(tx: Transaction, viewer: Viewer, letterId: string, consultationId: ConsultationId): Promise<void>;
  /** Puts away one that waits. Doing it twice is doing it once. */
  discard(viewer: Viewer, form: unknown): Promise<void>;
  /** The letter of a hearing, for whoever sees the hearing. */
  ofHearing(viewer: Viewer, consultationId: string): Promise<LetterPage | null>;
  /** Its bytes as they came. Refused as not found to who may not see it. */
  file(viewer: Viewer, letterId: string): Promise<{ fileName: string; bytes: Uint8Array }>;
};
