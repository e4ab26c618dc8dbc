import type { MunicipalityId } from "../../db/ids";

/** What each job is told: only which thing to look at. A job reads the present and does nothing if that has moved on. */
export type JobPayloads = {
  "refresh-projection": { documentId: string };
  "prune-snapshots": { documentId: string };
  "deliver-filing": { filingId: string };
  /** The same under the name it had while a receipt was waited for: none is made any more, and some may wait yet. */
  "read-receipt": { filingId: string };
  "tell-lapses": { documentId: string };
  "send-notice": { noticeId: string };
  "send-digest": { userId: string; day: string };
  "daily-notices": Record<string, never>;
  "approve-tacitly": { reviewId: string };
  "tell-stand-in": { delegationId: string };
  "daily-reminders": Record<string, never>;
  /** Closed centers' tasks go to their successors. */
  "hand-over": { municipalityId: MunicipalityId };
  "deliver-webhook": { deliveryId: string };
};
export type JobName = keyof JobPayloads;
export type Tasks = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };
