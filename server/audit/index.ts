import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "../../db/client";
import type { MunicipalityId, UserId } from "../../db/ids";
import { auditEntry, municipality } from "../../db/schema";
import type { Clock } from "../clock";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { checkedFrom, createChains } from "./chain";
import { entryHash, START } from "./rules";
import { type AuditFilter, trail } from "./trail";

/** Who did it: a person, with the roles held at that moment, or the system itself (`id` null). */
export type Actor = { id: UserId | null; name: string; roles: string; municipalityId: MunicipalityId };

/** What happened to which object. `data` holds ids, hashes, numbers and reasons; never document text. */
export type AuditEvent = { event: string; objectKind: string; objectId: string; data?: Record<string, unknown> };

type Deps = { db: Database; clock: Clock };

/**
 * The audit trail: append only, one chain of hashes per municipality.
 * `record` writes in the caller's transaction, so a command without its entry cannot be. [U1] [U2]
 * `trail` is the auditor's page. `verify` recomputes the chain: `brokenAt` is the first entry that does not hold, null when all do.
 */
export function createAudit(deps: Deps) {
  const chains = createChains(deps);
  return {
    record: (tx: Transaction, actor: Actor, event: AuditEvent) => record(deps, tx, actor, event),
    trail: (viewer: Viewer, filter: AuditFilter = {}) => trail({ ...deps, chains }, viewer, filter),
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

async function verify({ db }: Deps, municipalityId: MunicipalityId) {
  const { brokenAt, last } = await checkedFrom(db, municipalityId, START);
  return { brokenAt, entries: last.seq };
}
