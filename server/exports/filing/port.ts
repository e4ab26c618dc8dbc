import type { FilingMetadata, Receipt } from "../shapes";

/** What any case system must be able to do for us. One contract suite (contract.ts) runs against every adapter. [F2] */
export type CaseSystem = {
  readonly name: "folder";
  readonly capabilities: Capabilities;
  /** Null: there is no such case. Left out by systems that cannot look one up. */
  findCase?(caseNumber: string): Promise<{ caseNumber: string; title: string; isOpen: boolean } | null>;
  /**
   * Delivers. The same client id with the same files is the same filing and gives the same receipt, however often it is
   * sent; with other files it fails with `conflict`. [F1]
   */
  file(parcel: Parcel): Promise<Delivery>;
  /** How the filing with this client id stands, or null when the case system has never had it. */
  poll(clientId: string): Promise<Delivery | null>;
  /** Whether it can be reached and written to now. */
  health(): Promise<{ ok: true } | { ok: false; problem: string }>;
};

export type Capabilities = {
  createCase: boolean;
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
