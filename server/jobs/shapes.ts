/** What each job is told: only which thing to look at. A job reads the present and does nothing if that has moved on. */
export type JobPayloads = {
  "refresh-projection": { documentId: string };
  "prune-snapshots": { documentId: string };
  "deliver-filing": { filingId: string };
  "read-receipt": { filingId: string };
};
export type JobName = keyof JobPayloads;
export type Tasks = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };
