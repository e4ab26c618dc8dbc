/** A document as its row says it. */
export type Tailed = {
  headSeq: number;
  snapshotSeq: number;
  /** Of the log after the snapshot. */
  tailBytes: number;
  /** The newest snapshot turned out not to be what was verified. */
  isDamaged?: boolean;
};

const TAIL = { rows: 500, bytes: 256 * 1024 };

/** Whether what a load has to read after the newest snapshot has become too much. */
export function isDue({ headSeq, snapshotSeq, tailBytes, isDamaged = false }: Tailed): boolean {
  return isDamaged || headSeq - snapshotSeq > TAIL.rows || tailBytes > TAIL.bytes;
}

const REST = { least: 10_000, perCost: 20 };
const BACK_OFF = { first: 60_000, most: 3_600_000 };

/** Until the next snapshot of the same document, however much is typed: making them takes a twentieth of the time at most. */
export function restAfter(tookMs: number): number {
  return Math.max(REST.least, tookMs * REST.perCost);
}

export function restAfterFailures(failures: number): number {
  return Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** (failures - 1));
}
