import { and, asc, eq, gt } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import { auditEntry } from "../../db/schema";
import type { Clock } from "../clock";
import { sha256 } from "../sha256";
import { firstBroken, type Link, START } from "./rules";

/** Read and computed so many at a time: some milliseconds, between which others are answered. */
const AT_ONCE = 250;
const FRESH_MS = 10 * 60_000;
const PATIENCE_MS = 1000;

/** How far the chain was found to hold, and the first entry that does not; null when all do. */
type Checked = { last: Link; brokenAt: number | null };

/** `checkedAt`: when all of it was last computed from its first entry on. */
export type ChainStanding = { brokenAt: number | null; entries: number; checkedAt: Date };

/** Goes on from a link that is known to hold. */
export async function checkedFrom(db: Queryable, municipalityId: MunicipalityId, from: Link): Promise<Checked> {
  for (let last = from; ; ) {
    const isNext = and(eq(auditEntry.municipalityId, municipalityId), gt(auditEntry.seq, last.seq));
    const entries = await db.select().from(auditEntry).where(isNext).orderBy(asc(auditEntry.seq)).limit(AT_ONCE);
    const brokenAt = firstBroken(entries, sha256, last);
    last = entries.at(-1) ?? last;
    if (brokenAt !== null || entries.length < AT_ONCE) return { last, brokenAt };
    await new Promise(setImmediate);
  }
}

/**
 * How the chains stand, as auditors are told. All of a chain is computed again when that was last done more than ten
 * minutes ago, once for all who ask; what has come since is, each time. Null: it is being computed for the first time. [Q21]
 */
export function createChains({ db, clock }: { db: Queryable; clock: Clock }) {
  const known = new Map<MunicipalityId, Checked & { checkedAt: Date }>();
  const running = new Map<MunicipalityId, Promise<void>>();

  const checkAll = async (id: MunicipalityId) => {
    const checkedAt = clock.now();
    known.set(id, { ...(await checkedFrom(db, id, START)), checkedAt });
  };
  const begin = (id: MunicipalityId) => {
    const under = running.get(id) ?? checkAll(id).finally(() => running.delete(id));
    running.set(id, under);
    return under;
  };
  return async (id: MunicipalityId): Promise<ChainStanding | null> => {
    const before = known.get(id);
    const isFresh = before && clock.now().getTime() - before.checkedAt.getTime() < FRESH_MS;
    // What breaks it breaks the page that waits for it, and is logged there; nobody waits for a later one.
    if (!isFresh) await soon(before ? begin(id).catch(() => {}) : begin(id), before ? 0 : PATIENCE_MS);
    const found = known.get(id);
    if (!found) return null;
    const now = found.brokenAt === null ? await checkedFrom(db, id, found.last) : found;
    if (known.get(id) === found) known.set(id, { ...found, ...now });
    return { brokenAt: now.brokenAt, entries: now.last.seq, checkedAt: found.checkedAt };
  };
}

function soon(work: Promise<void>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
