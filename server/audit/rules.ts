/** Pure: what a link of the chain is. The hash function is handed in. */
export type Entry = {
  municipalityId: string;
  seq: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRoles: string;
  event: string;
  objectKind: string;
  objectId: string;
  data: unknown;
  previousHash: string;
};

export type HashedEntry = Entry & { hash: string };
export type Hash = (text: string) => string;

/** The hash covers every field and the hash before it, keys sorted, so PostgreSQL's jsonb order cannot change it. [U1] */
export function entryHash(entry: Entry, hash: Hash): string {
  const { municipalityId, seq, actorId, actorName, actorRoles, event, objectKind, objectId, data, previousHash } =
    entry;
  const at = entry.at.toISOString();
  return hash(
    canonical({
      municipalityId,
      seq,
      at,
      actorId,
      actorName,
      actorRoles,
      event,
      objectKind,
      objectId,
      data,
      previousHash,
    }),
  );
}

/** The entry that others go on from. */
export type Link = Pick<HashedEntry, "seq" | "hash">;
export const START: Link = { seq: 0, hash: "" };

/** The `seq` of the first entry after that one whose hash, predecessor or number is wrong; null when the chain holds. */
export function firstBroken(entries: readonly HashedEntry[], hash: Hash, after: Link = START): number | null {
  let previous = after;
  for (const entry of entries) {
    const follows = entry.seq === previous.seq + 1 && entry.previousHash === previous.hash;
    if (!follows || entryHash(entry, hash) !== entry.hash) return entry.seq;
    previous = entry;
  }
  return null;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}
