import { and, asc, eq, gt, inArray, isNotNull, max, or } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "../../db/client";
import type { CenterId, DocumentId, MunicipalityId } from "../../db/ids";
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

const OF_GOALS = ["goal-status-said", "goal-status-withdrawn"];
const OF_INITIATIVES = [
  "initiative-added",
  "initiative-changed",
  "initiative-ended",
  "initiative-resumed",
  "indicator-added",
  "indicator-changed",
  "figure-said",
  "figure-taken-back",
];

/** Something that was said of a goal or an initiative: of which, and by whom. */
export type SaidEntry = z.output<typeof About> & { by: string; at: Date };
const About = z.object({
  clauseId: z.string().optional(),
  centerId: z.string().optional(),
  initiativeId: z.string().optional(),
  indicatorId: z.string().optional(),
  day: z.string().optional(),
});

/** The earliest first. An initiative may have been tended in another follow-up, or between two. [M23] */
export async function saidSince(
  db: Queryable,
  { consultation }: Pick<ResponseMatter, "consultation">,
  since: Date,
): Promise<SaidEntry[]> {
  const { event, at, actorName, objectId, data, municipalityId } = auditEntry;
  const isHere = and(inArray(event, OF_GOALS), eq(objectId, consultation.id));
  const isOurs = and(eq(municipalityId, consultation.municipalityId), gt(at, since));
  const rows = await db
    .select({ at, by: actorName, data })
    .from(auditEntry)
    .where(and(isOurs, or(isHere, inArray(event, OF_INITIATIVES))))
    .orderBy(asc(auditEntry.seq));
  return rows.map(({ data: about, ...entry }) => ({ ...About.parse(about), ...entry }));
}

/** Rises whenever somebody says something of a goal or an initiative in the municipality; 0 before anybody has. */
export async function newestSaid(db: Queryable, id: MunicipalityId): Promise<number> {
  const { seq, event, municipalityId } = auditEntry;
  const isOfIt = and(eq(municipalityId, id), inArray(event, [...OF_GOALS, ...OF_INITIATIVES]));
  const [last] = await db
    .select({ seq: max(seq) })
    .from(auditEntry)
    .where(isOfIt);
  return last?.seq ?? 0;
}

const AROUND = [
  "clauses-assigned",
  "assignment-removed",
  "hearing-moved",
  "section-given",
  "section-taken-back",
  "tasks-handed-over",
];
/** Of no single hearing: it says which centers it is about. */
const AMONG_CENTERS = ["initiatives-handed-over"];

/** What was given to the center or taken from it since, and the hearing's move to another version. */
export async function causesSince(
  db: Queryable,
  { consultation, response }: ResponseMatter,
  { centerId, at: since }: { centerId: CenterId; at: Date },
): Promise<Cause[]> {
  const { event, at, actorName, objectId, data, municipalityId } = auditEntry;
  const isHere = and(inArray(event, AROUND), or(eq(objectId, consultation.id), eq(objectId, response.id)));
  const isOurs = and(eq(municipalityId, consultation.municipalityId), or(isHere, inArray(event, AMONG_CENTERS)));
  const rows = await db
    .select({ event, at, by: actorName, data })
    .from(auditEntry)
    .where(and(isOurs, gt(at, since)))
    .orderBy(asc(auditEntry.seq));
  return rows.flatMap(({ data: about, ...cause }) => (isAbout(about, centerId) ? [cause] : []));
}

function isAbout(data: unknown, centerId: string): boolean {
  if (typeof data !== "object" || data === null || !("centers" in data)) return true;
  return Array.isArray(data.centers) && data.centers.includes(centerId);
}
