import type { Clock } from "../clock";

/** Each token on each node may ask so often; what it has not used in a minute is not saved up. [T5] */
export const PER_MINUTE = 300;

type Bucket = { left: number; at: number };
export type Taken = { isTaken: boolean; left: number; waitSeconds: number };
export type Buckets = { take(key: string): Taken };

/** One bucket a token, filled evenly. A token that asks for nothing for a minute has a full one, so it is forgotten. */
export function createBuckets({ now }: Clock, perMinute = PER_MINUTE): Buckets {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  let sweptAt = 0;
  return {
    take(key) {
      const at = now().getTime();
      if (at - sweptAt > 60_000) sweptAt = sweep(buckets, at);
      const before = buckets.get(key) ?? { left: perMinute, at };
      const left = Math.min(perMinute, before.left + Math.max(0, at - before.at) * perMs);
      const isTaken = left >= 1;
      buckets.set(key, { left: isTaken ? left - 1 : left, at });
      return {
        isTaken,
        left: Math.floor(isTaken ? left - 1 : left),
        waitSeconds: Math.max(1, Math.ceil((1 - left) / perMs / 1000)),
      };
    },
  };
}

function sweep(buckets: Map<string, Bucket>, at: number): number {
  for (const [key, bucket] of buckets) if (at - bucket.at > 60_000) buckets.delete(key);
  return at;
}
