import { and, desc, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "../../db/client";
import type { MunicipalityId, UserId } from "../../db/ids";
import { auditEntry, municipality } from "../../db/schema";
import type { Clock } from "../clock";
import { Refusal } from "../errors";
import { hasRole, type Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { entryHash, firstBroken, type HashedEntry } from "./rules";

/** Who did it: a person, with the roles held at that moment, or the system itself (`id` null). */
export type Actor = { id: UserId | null; name: string; roles: string; municipalityId: MunicipalityId };

/** What happened to which object. `data` holds ids, hashes, numbers and reasons; never document text. */
export type AuditEvent = { event: string; objectKind: string; objectId: string; data?: Record<string, unknown> };

/** One page of the trail, newest first, and how the whole chain stands. */
export type AuditTrail = {
  entries: HashedEntry[];
  events: string[];
  total: number;
  page: number;
  pageSize: number;
  chain: { brokenAt: number | null; entries: number };
};
export type AuditFilter = { page?: number; event?: string };

type Deps = { db: Database; clock: Clock };

const PAGE = 50;
const LAST_PAGE = 1_000_000;

/**
 * The audit trail: append only, one chain of hashes per municipality.
 * `record` writes in the caller's transaction, so a command without its entry cannot be. [U1] [U2]
 * `trail` is the auditor's page. `verify` recomputes the chain: `brokenAt` is the first entry that does not hold, null when all do.
 */
export function createAudit(deps: Deps) {
  return {
    record: (tx: Transaction, actor: Actor, event: AuditEvent) => record(deps, tx, actor, event),
    trail: (viewer: Viewer, filter: AuditFilter = {}) => trail(deps, viewer, filter),
    verify: (municipalityId: MunicipalityId) => verify(deps, municipalityId),
  };
}

export type Audit = ReturnType<typeof createAudit>;

export function actorOf(viewer: Viewer): Actor {
  const roles = viewer.roles
    .map((held) => (held.center ? `${held.role}@${held.center.shortName}` : held.role))
    .join(", ");
  return { id: viewer.id, name: viewer.name, roles, municipalityId: viewer.municipality.id };
}

async function record({ clock }: Deps, tx: Transaction, actor: Actor, event: AuditEvent): Promise<void> {
  const { municipalityId } = actor;
  // The municipality's row is the chain's lock: entries of one municipality are put in one order. Not "update": a command
  // that has just written a row of this municipality shares its key, and two such commands would wait for each other.
  const isChain = eq(municipality.id, municipalityId);
  await tx.select({ id: municipality.id }).from(municipality).where(isChain).for("no key update");
  const ofTheChain = eq(auditEntry.municipalityId, municipalityId);
  const [last] = await tx.select().from(auditEntry).where(ofTheChain).orderBy(desc(auditEntry.seq)).limit(1);
  const entry = {
    municipalityId,
    seq: (last?.seq ?? 0) + 1,
    at: clock.now(),
    actorId: actor.id,
    actorName: actor.name,
    actorRoles: actor.roles,
    event: event.event,
    objectKind: event.objectKind,
    objectId: event.objectId,
    data: event.data ?? {},
    previousHash: last?.hash ?? "",
  };
  await tx.insert(auditEntry).values({ ...entry, hash: entryHash(entry, sha256) });
}

async function trail({ db }: Deps, viewer: Viewer, filter: AuditFilter): Promise<AuditTrail> {
  if (!hasRole(viewer, "auditor")) throw new Refusal("forbidden", "auditors-only");
  const page = Math.min(Math.max(1, Math.trunc(filter.page ?? 1)), LAST_PAGE);
  // Both come from the address, where anybody may write anything.
  const event = filter.event?.replaceAll("\0", "");
  const ofTheChain = eq(auditEntry.municipalityId, viewer.municipality.id);
  const where = and(ofTheChain, event ? eq(auditEntry.event, event) : undefined);
  const kinds = db.selectDistinct({ event: auditEntry.event }).from(auditEntry).where(ofTheChain);
  const newestFirst = db.select().from(auditEntry).where(where).orderBy(desc(auditEntry.seq));
  const [events, [count], entries, chain] = await Promise.all([
    kinds.orderBy(auditEntry.event),
    db.select({ total: sql<number>`count(*)::int` }).from(auditEntry).where(where),
    newestFirst.limit(PAGE).offset((page - 1) * PAGE),
    verify({ db }, viewer.municipality.id),
  ]);
  return { entries, events: events.map((row) => row.event), total: count?.total ?? 0, page, pageSize: PAGE, chain };
}

async function verify({ db }: Pick<Deps, "db">, municipalityId: MunicipalityId) {
  const ofTheChain = eq(auditEntry.municipalityId, municipalityId);
  const entries = await db.select().from(auditEntry).where(ofTheChain).orderBy(auditEntry.seq);
  return { brokenAt: firstBroken(entries, sha256), entries: entries.length };
}
