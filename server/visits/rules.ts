/** What is remembered of somebody's visits to a document. */
export type Visit = { epoch: number; sinceSeq: number; sinceAt: Date; seenSeq: number; seenAt: Date };

type Now = { epoch: number; headSeq: number; at: Date };

/** Away for longer than this is another visit; a reload, a lunch at another page or a change of machine is the same. */
const VISIT_ENDS_MS = 30 * 60_000;

/** Whoever comes for the first time, or to a document of another lineage, has seen it as it is. */
export function visitOnArrival(before: Visit | null, { epoch, headSeq, at }: Now): Visit {
  const seen = { epoch, seenSeq: headSeq, seenAt: at };
  if (!before || before.epoch !== epoch) return { ...seen, sinceSeq: headSeq, sinceAt: at };
  const isAnother = at.getTime() - before.seenAt.getTime() > VISIT_ENDS_MS;
  const since = isAnother
    ? { sinceSeq: before.seenSeq, sinceAt: before.seenAt }
    : { sinceSeq: before.sinceSeq, sinceAt: before.sinceAt };
  return { ...seen, ...since };
}
