import type { AdapterName, FilingMetadata, Receipt } from "../shapes";

/** What any case system must be able to do for us. One contract suite (contract.ts) runs against every adapter. [F2] */
export type CaseSystem = {
  readonly name: AdapterName;
  readonly capabilities: Capabilities;
  /** Null: there is no such case. Left out by systems that cannot look one up. */
  findCase?(caseNumber: string): Promise<FoundCase | null>;
  /**
   * Delivers. The same client id with the same files is the same filing and gives the same receipt, however often it is
   * sent; with other files it fails with `conflict`. [F1]
   */
  file(parcel: Parcel): Promise<Delivery>;
  /** Delivers what follows an earlier filing: beside it and never over it, and saying which one it follows. [F13] */
  addVersion(parcel: Parcel, earlier: Earlier): Promise<Delivery>;
  /** Journalises what has been delivered. Left out by systems where delivering is all there is to it. */
  finalize?(parcel: Parcel): Promise<Delivery>;
  /**
   * How the filing of this parcel stands, or null when the case system has never had it. "begun": it has a part of it, and
   * `file` adds what is missing.
   */
  poll(parcel: Parcel): Promise<Delivery | { state: "begun" } | null>;
  /** Whether it can be reached, knows us, and can be written to now. */
  health(): Promise<Health>;
};

export type FoundCase = { caseNumber: string; title: string; isOpen: boolean };

/** `found` is what a person needs to mend it: a fingerprint, a folder; never a secret and never what a server has said. */
export type Health = { ok: true } | { ok: false; kind: FailureKind; problem: string; found?: string };

export type Capabilities = {
  createCase: boolean;
  /** False: a new version is a document of its own that names the earlier one. */
  newVersion: boolean;
  finalize: boolean;
  /** The receipt comes later: `file` answers with a state short of "filed", and `poll` is asked until it is. */
  asyncReceipts: boolean;
  maxBytes: number;
  formats: readonly string[];
};

export type FiledFile = { name: string; mediaType: string; bytes: Uint8Array; sha256: string };

/** What is handed to a case system: the files of one approved version, and what is said of them. */
export type Parcel = {
  /** A UUID of ours; the filing's own id. */
  clientId: string;
  caseNumber: string;
  main: FiledFile;
  attachments: readonly FiledFile[];
  metadata: FilingMetadata;
  /** The hash that was approved: of the frozen document, not of any file. */
  contentHash: string;
};

/** The filing of the text as it was before it was reopened. */
export type Earlier = { clientId: string; documentNumber: string };

export type Delivery =
  | { state: "sent" | "received" | "delivered" | "accepted" }
  | { state: "filed"; receipt: Receipt }
  | { state: "rejected"; reason: string };

export type FailureKind =
  | "auth"
  | "no_case"
  | "case_closed"
  | "locked"
  | "conflict"
  | "too_big"
  | "bad_metadata"
  | "not_allowed"
  /** Ours: the approval was taken back before the case system had it. [F9] */
  | "lapsed"
  /** Ours: it was handed over, and the case system has not said what came of it. [F12] */
  | "no_receipt"
  /** Its receipt says no, in words of its own. */
  | "rejected"
  /** The server that answers is not the one that was agreed on: a host key or a certificate is another. */
  | "not_the_server"
  | "unavailable"
  | "unknown";

type Failure = { retry: "now" | "later" | "never"; field: keyof FilingMetadata | null };

/**
 * When to try again after each failure, and the field of the filing form that a person must look at. "later" is the
 * schedule of rules.ts; "now" does not wait.
 */
export const FAILURES: Record<FailureKind, Failure> = {
  auth: { retry: "later", field: null },
  no_case: { retry: "never", field: "caseNumber" },
  case_closed: { retry: "never", field: "caseNumber" },
  locked: { retry: "later", field: null },
  conflict: { retry: "never", field: null },
  too_big: { retry: "never", field: null },
  bad_metadata: { retry: "never", field: "title" },
  not_allowed: { retry: "never", field: null },
  lapsed: { retry: "never", field: null },
  no_receipt: { retry: "never", field: null },
  rejected: { retry: "never", field: null },
  not_the_server: { retry: "never", field: null },
  unavailable: { retry: "later", field: null },
  unknown: { retry: "later", field: null },
};

export function isFailureKind(text: string | null): text is FailureKind {
  return text !== null && Object.hasOwn(FAILURES, text);
}

/** The only error an adapter throws on purpose; anything else counts as `unknown`. The message is for the log. */
export class CaseSystemError extends Error {
  readonly kind: FailureKind;
  readonly field: keyof FilingMetadata | null;

  constructor(kind: FailureKind, message: string, options: { field?: keyof FilingMetadata; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "CaseSystemError";
    this.kind = kind;
    this.field = options.field ?? FAILURES[kind].field;
  }
}

/** What went wrong as a failure of the port, whatever was thrown. */
export function asFailure(error: unknown): CaseSystemError {
  return error instanceof CaseSystemError ? error : new CaseSystemError("unknown", String(error), { cause: error });
}
