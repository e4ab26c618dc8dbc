import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { ConsultationId, SourceVersionId } from "../../db/ids";
import { consultation, sourceVersion } from "../../db/schema";
import type { NewerVersion } from "./shapes";

type Place = { versionId: SourceVersionId; staysBeforeId: SourceVersionId | null };

/** Accepted versions that descend from this one, the newest first; each follows the one before it. */
export function descendantsOf(db: Queryable, versionId: SourceVersionId): Promise<NewerVersion[]> {
  const { id, number, label } = sourceVersion;
  const line = sql`
    with recursive line(id) as (
      select id from source_version where follows_id = ${versionId}
      union all
      select next.id from source_version next join line on next.follows_id = line.id
    )
    select id from line`;
  return db
    .select({ versionId: id, number, label })
    .from(sourceVersion)
    .where(and(sql`${id} in (${line})`, isNotNull(sourceVersion.acceptedAt)))
    .orderBy(desc(number));
}

/** The newest version that the hearing has neither moved to nor declined; one query while there is none. [C16] */
export async function newerThan(db: Queryable, { versionId, staysBeforeId }: Place): Promise<NewerVersion | null> {
  const [newest] = await descendantsOf(db, versionId);
  if (!newest || newest.versionId === staysBeforeId) return null;
  return newest.number > (await numberOf(db, staysBeforeId)) ? newest : null;
}

/** 0 for none: every version is newer than that. */
export async function numberOf(db: Queryable, versionId: SourceVersionId | null): Promise<number> {
  if (!versionId) return 0;
  const { number } = sourceVersion;
  const [found] = await db.select({ number }).from(sourceVersion).where(eq(sourceVersion.id, versionId));
  return found?.number ?? 0;
}

/** Which of these hearings have a newer version that they have neither moved to nor declined; one query. [C16] */
export async function behindNewer(db: Queryable, ids: readonly ConsultationId[]): Promise<ReadonlySet<ConsultationId>> {
  if (ids.length === 0) return new Set();
  const isAsked = inArray(consultation.id, [...ids]);
  const rows = await db.execute<{ id: ConsultationId }>(sql`
    with recursive line(root, id) as (
      select follows_id, id from source_version
        where follows_id in (select ${consultation.versionId} from ${consultation} where ${isAsked})
      union all
      select line.root, next.id from source_version next join line on next.follows_id = line.id
    )
    select distinct ${consultation.id} as id from ${consultation}
      join line on line.root = ${consultation.versionId}
      join source_version newer on newer.id = line.id
      left join source_version declined on declined.id = ${consultation.staysBeforeId}
      where ${isAsked} and newer.number > coalesce(declined.number, 0)`);
  return new Set(rows.map(({ id }) => id));
}
