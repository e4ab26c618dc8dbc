import { and, desc, eq, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import { auditEntry } from "../../db/schema";
import { Refusal } from "../errors";
import { hasRole, type Viewer } from "../identity/viewer";
import type { ChainStanding } from "./chain";
import type { HashedEntry } from "./rules";

/** One page of the trail, newest first, and how the whole chain stands; null as long as it is being computed. [Q21] */
type AuditTrail = {
  entries: HashedEntry[];
  events: string[];
  total: number;
  page: number;
  pageSize: number;
  chain: ChainStanding | null;
};
export type AuditFilter = { page?: number; event?: string };

type TrailDeps = { db: Database; chains: (id: MunicipalityId) => Promise<ChainStanding | null> };

const PAGE = 50;
const LAST_PAGE = 1_000_000;

export async function trail({ db, chains }: TrailDeps, viewer: Viewer, filter: AuditFilter): Promise<AuditTrail> {
  if (!hasRole(viewer, "auditor")) throw new Refusal("forbidden", "auditors-only");
  const page = Math.min(Math.max(1, Math.trunc(filter.page ?? 1)), LAST_PAGE);
  // Both come from the address, where anybody may write anything.
  const event = filter.event?.replaceAll("\0", "");
  const id = viewer.municipality.id;
  const where = and(eq(auditEntry.municipalityId, id), event ? eq(auditEntry.event, event) : undefined);
  const newestFirst = db.select().from(auditEntry).where(where).orderBy(desc(auditEntry.seq));
  const [events, total, entries, chain] = await Promise.all([
    kindsIn(db, id),
    event ? db.$count(auditEntry, where) : lengthOf(db, id),
    newestFirst.limit(PAGE).offset((page - 1) * PAGE),
    chains(id),
  ]);
  return { entries, events, total, page, pageSize: PAGE, chain };
}

/** Numbers have no gaps [U1]: the last one says how many there are. */
async function lengthOf(db: Queryable, id: MunicipalityId): Promise<number> {
  const { seq, municipalityId } = auditEntry;
  const [last] = await db.select({ seq }).from(auditEntry).where(eq(municipalityId, id)).orderBy(desc(seq)).limit(1);
  return last?.seq ?? 0;
}

/** From one to the next by the index: a few dozen kinds among a hundred thousand entries. */
async function kindsIn(db: Queryable, id: MunicipalityId): Promise<string[]> {
  const next = (after: ReturnType<typeof sql>) => sql`select event from audit_entry
    where municipality_id = ${id} and ${after} order by event limit 1`;
  const rows = await db.execute<{ event: string }>(sql`
    with recursive kinds(event) as (
      (${next(sql`true`)}) union all
      select (${next(sql`audit_entry.event > kinds.event`)}) from kinds where kinds.event is not null
    )
    select event from kinds where event is not null`);
  return rows.map(({ event }) => event);
}
