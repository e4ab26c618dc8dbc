import { and, asc, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, DocumentId } from "../../db/ids";
import { auditEntry, documentUpdate, person } from "../../db/schema";
import type { ResponseMatter } from "./decide";
import type { Cause } from "./shapes";

/** The first of a long time's writing are enough to say who it was. */
const MOST_ROWS = 20_000;

/** What people have written after that place in the log, with their names. */
export function writingSince(
  db: Queryable,
  { documentId, epoch, seq }: { documentId: DocumentId; epoch: number; seq: number },
) {
  const { payload, at, userId, origin } = documentUpdate;
  const isLater = and(eq(documentUpdate.epoch, epoch), gt(documentUpdate.seq, seq));
  const isSomebodys = and(inArray(origin, ["client", "amendment"]), isNotNull(userId));
  return db
    .select({ payload, at, name: person.name })
    .from(documentUpdate)
    .innerJoin(person, eq(person.id, userId))
    .where(and(eq(documentUpdate.documentId, documentId), isLater, isSomebodys))
    .orderBy(asc(documentUpdate.seq))
    .limit(MOST_ROWS);
}

const AROUND = [
  "clauses-assigned",
  "assignment-removed",
  "hearing-moved",
  "section-given",
  "section-taken-back",
  "tasks-handed-over",
];

/** What was given to the center or taken from it since, and the hearing's move to another version. */
export async function causesSince(
  db: Queryable,
  { consultation, response }: ResponseMatter,
  { centerId, at: since }: { centerId: CenterId; at: Date },
): Promise<Cause[]> {
  const { event, at, actorName, objectId, data, municipalityId } = auditEntry;
  const isHere = or(eq(objectId, consultation.id), eq(objectId, response.id));
  const isOurs = and(eq(municipalityId, consultation.municipalityId), isHere);
  const rows = await db
    .select({ event, at, by: actorName, data })
    .from(auditEntry)
    .where(and(isOurs, inArray(event, AROUND), gt(at, since)))
    .orderBy(asc(auditEntry.seq));
  return rows.flatMap(({ data: about, ...cause }) => (isAbout(about, centerId) ? [cause] : []));
}

function isAbout(data: unknown, centerId: string): boolean {
  if (typeof data !== "object" || data === null || !("centers" in data)) return true;
  return Array.isArray(data.centers) && data.centers.includes(centerId);
}
