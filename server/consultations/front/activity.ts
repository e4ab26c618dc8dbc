import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "../../../db/client";
import { shortNameIn } from "../../../db/guests";
import { type CenterId, type ClauseId, type ConsultationId, isId } from "../../../db/ids";
import { auditEntry, center, clause } from "../../../db/schema";
import type { Viewer } from "../../identity/viewer";
import type { Matter } from "../../standing";
import type { ConsultationDeps } from "../deps";
import { doingsOf, type Entry } from "./rules";
import { DEED_KINDS, type Doing } from "./shapes";
import { writingIn } from "./writing";

/** The newest entries alone are looked at: by the index on what they are about, however long the trail is. */
const MOST_ENTRIES = 300;

/**
 * What has been done in a hearing and its text of late, as the trail and the log have it: nothing that its readers do not
 * see on its other pages, no reason and no comment's words. Visits are nobody's but one's own. [H43] [E32]
 */
export async function activity(deps: ConsultationDeps, viewer: Viewer, matter: Matter): Promise<Doing[]> {
  const { db } = deps;
  const objects = [matter.consultation.id, matter.response?.id].filter((id) => id !== undefined);
  const { seq, at, event, actorId, actorName, data } = auditEntry;
  const rows = await db
    .select({ seq, at, event, actorId, actorName, data })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.municipalityId, viewer.municipality.id),
        inArray(auditEntry.objectId, objects),
        inArray(auditEntry.event, [...DEED_KINDS]),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(MOST_ENTRIES);
  const named = await namesIn(db, matter.consultation.id, rows.map(aboutOf));
  const entries = rows.flatMap((row) => entryOf(row, named));
  return doingsOf([...entries, ...(matter.response ? await writingIn(deps, matter.response.documentId) : [])]);
}

type Row = Pick<typeof auditEntry.$inferSelect, "seq" | "at" | "event" | "actorId" | "actorName" | "data">;

const id = z.string().nullish();
const About = z.object({
  clauseId: id,
  centerId: id,
  threadId: id,
  suggestionIds: z.array(z.string()).nullish(),
});
type AboutIds = z.output<typeof About>;

function aboutOf({ data }: Row): AboutIds {
  return About.catch({}).parse(data);
}

function entryOf(row: Row, named: ReadonlyMap<string, string>): Entry[] {
  const kind = DEED_KINDS.find((one) => one === row.event);
  if (!kind) return [];
  const { clauseId, centerId, threadId, suggestionIds } = aboutOf(row);
  // Comments are counted one by one, answers by their clauses.
  const one = kind === "comment-resolved" ? threadId : kind.startsWith("comment") ? null : clauseId;
  const things = suggestionIds ?? [one ?? centerId ?? String(row.seq)];
  const about = named.get(clauseId ?? centerId ?? "") ?? null;
  const who = row.actorId ? { id: row.actorId, name: row.actorName } : null;
  return [{ who, at: row.at, kind, things, about, last: null }];
}

/** Clauses by their numbers, centers by their short names; what has neither is not named. */
async function namesIn(
  db: Queryable,
  hearing: ConsultationId,
  about: readonly AboutIds[],
): Promise<Map<string, string>> {
  const clauseIds = about.flatMap(({ clauseId }) => (clauseId && isId<ClauseId>(clauseId) ? [clauseId] : []));
  const centerIds = about.flatMap(({ centerId }) => (centerId && isId<CenterId>(centerId) ? [centerId] : []));
  if (clauseIds.length + centerIds.length === 0) return new Map();
  const centers = db
    .select({ id: sql<string>`${center.id}`, name: sql<string | null>`${shortNameIn(hearing)}` })
    .from(center)
    .where(inArray(center.id, [...new Set(centerIds)]));
  const rows = await db
    .select({ id: sql<string>`${clause.id}`, name: sql<string | null>`${clause.number}` })
    .from(clause)
    .where(inArray(clause.id, [...new Set(clauseIds)]))
    .unionAll(centers);
  return new Map(rows.flatMap(({ id: of, name }) => (name ? [[of, name] as const] : [])));
}
