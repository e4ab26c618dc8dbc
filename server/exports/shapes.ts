import type { FilingId, ResponseId, VersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

export type FileKind = "docx" | "pdf";

export type FilingState = "ready" | "sent" | "received" | "delivered" | "accepted" | "filed" | "failed" | "rejected";

/** What a filing says of the document (docs: DOMAIN, metadata). Texts are already checked. */
export type FilingMetadata = {
  caseNumber: string;
  title: string;
  description: string;
  userKey: string;
  documentType: "Brev" | "Notat" | "Rapport";
  direction: "Udgaaende" | "Internt";
  kle: string;
  facet: string;
  letterDate: string;
  recipient: string;
  responsible: string;
  unit: string;
  sensitivity: "IKKE_FORTROLIGE_DATA" | "FORTROLIGE_PERSONOPLYSNINGER" | "FOELSOMME_PERSONOPLYSNINGER";
  signatory: string;
};

export type Receipt = {
  filingId: string;
  caseNumber: string;
  documentNumber: string;
  receivedAt: string;
  files: { name: string; sha256: string; bytes: number }[];
};

export type FilingPage = {
  responseId: ResponseId;
  title: string;
  consultation: { id: string; userKey: string; title: string };
  /** The approved version, or null: then there is nothing to export or file yet. */
  approved: { versionId: VersionId; number: number; sha256: string; approvedBy: string; approvedAt: Date } | null;
  /** What the form starts with. */
  suggested: FilingMetadata;
  filing: {
    id: FilingId;
    state: FilingState;
    adapter: "folder";
    metadata: FilingMetadata;
    receipt: Receipt | null;
    requestedBy: string;
    requestedAt: Date;
    filedAt: Date | null;
    attempts: { number: number; at: Date; outcome: "filed" | "failed"; message: string }[];
  } | null;
  can: { export: boolean; file: boolean; retry: boolean };
};

/** The door of exports/: files of a frozen version, and filing them. */
export type Exports = {
  /** The filing page; readable by whoever may read the response. */
  page(viewer: Viewer, responseId: string): Promise<FilingPage>;
  /** The bytes of a frozen version's file, made once and kept. Any frozen version the viewer may read. */
  file(
    viewer: Viewer,
    versionId: string,
    kind: FileKind,
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array; sha256: string }>;
  /** Case officers. Fields: those of FilingMetadata. Writes the filing and its job in one transaction; asking again for one version gives the same filing. */
  requestFiling(viewer: Viewer, responseId: string, form: unknown): Promise<FilingId>;
  /** Case officers, after `failed`. */
  retry(viewer: Viewer, filingId: string): Promise<void>;
  /** Jobs. */
  deliver(payload: { filingId: string }): Promise<void>;
  readReceipt(payload: { filingId: string }): Promise<void>;
};
