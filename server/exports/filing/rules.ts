import type { FilingState, Receipt } from "../shapes";
import { FAILURES, type FailureKind, isFailureKind, type Parcel } from "./port";

const MINUTE = 60_000;
/** A first try and three more; then a person must act. [F6] */
const WAITS = [1 * MINUTE, 5 * MINUTE, 30 * MINUTE] as const;
const HOUR = 60 * MINUTE;
/** A case system that answers later has this long; then a person must ask there. [F12] */
export const PATIENCE = 72 * HOUR;

/** How long until a case system that answers later is asked again: often in the first hour, then now and then. */
export function receiptWait(waited: number): number {
  return waited < HOUR ? 5 * MINUTE : 30 * MINUTE;
}

/** States in which the case system may have the filing, or is yet to get it: there a job has something to do. */
const UNDER_WAY: readonly FilingState[] = ["ready", "sent", "received", "delivered", "accepted"];

export function isUnderWay(state: FilingState): boolean {
  return UNDER_WAY.includes(state);
}

export type Attempt = { outcome: "filed" | "failed"; errorKind: string | null };

/**
 * When to try again after the last of these attempts failed: milliseconds from now, or null when a person must act. A
 * round of tries ends with a failure that trying cannot mend, or with the fourth; a person's retry begins a new one. [F6]
 */
export function waitAfter(attempts: readonly Attempt[]): number | null {
  let tries = 0;
  let wait: number | null = null;
  for (const { errorKind } of attempts) {
    const { retry } = FAILURES[kindOf(errorKind)];
    wait = retry === "never" ? null : (WAITS[tries] ?? null);
    if (retry === "now" && wait !== null) wait = 0;
    tries = wait === null ? 0 : tries + 1;
  }
  return wait;
}

/** Whether the case system has refused for something that stands in the form, so that another form may pass. [F14] */
export function mayBeCorrected(attempts: readonly Attempt[]): boolean {
  const last = attempts.at(-1);
  return last?.outcome === "failed" && FAILURES[kindOf(last.errorKind)].field !== null;
}

function kindOf(errorKind: string | null): FailureKind {
  return isFailureKind(errorKind) ? errorKind : "unknown";
}

/** What a page shows of an attempt: "filed", or the failure as a refusal code. */
export function messageOf({ outcome, errorKind }: Attempt): string {
  return outcome === "filed" ? "filed" : `case-system-${kindOf(errorKind).replaceAll("_", "-")}`;
}

/** Whether the receipt is of this parcel and names every file with the bytes that were sent. [F4] */
export function holdsAll(receipt: Receipt, parcel: Parcel): boolean {
  const isThere = (file: { sha256: string; bytes: Uint8Array }) =>
    receipt.files.some((kept) => kept.sha256 === file.sha256 && kept.bytes === file.bytes.length);
  return receipt.filingId === parcel.clientId && [parcel.main, ...parcel.attachments].every(isThere);
}
