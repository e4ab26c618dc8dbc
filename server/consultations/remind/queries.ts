import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import type { CenterId, MunicipalityId, UserId } from "../../../db/ids";
import { membership, municipality, person } from "../../../db/schema";
import { isUnderWay, type StandingRow, standingRows, statusOfRow } from "../queries";

export async function municipalities(db: Queryable): Promise<MunicipalityId[]> {
  const rows = await db.select({ id: municipality.id }).from(municipality);
  return rows.map(({ id }) => id);
}

export type OpenHearing = StandingRow["consultation"] & { isWritten: boolean };

/** Hearings whose answer is not approved yet; `isWritten`: centers can still answer in it. */
export async function openHearings(db: Queryable, id: MunicipalityId): Promise<OpenHearing[]> {
  const rows = await standingRows(db, { municipality: { id } }, isUnderWay);
  return rows.flatMap((row) => {
    const status = statusOfRow(row);
    if (status === "approved") return [];
    return [{ ...row.consultation, isWritten: status !== "in-review" }];
  });
}

/** Who writes for each of these centers; its managers where nobody does. */
export async function answerersOf(db: Queryable, centerIds: readonly CenterId[]): Promise<Map<CenterId, UserId[]>> {
  const found = new Map<CenterId, UserId[]>();
  if (centerIds.length === 0) return found;
  const { centerId, userId, role } = membership;
  const writes = sql`select from membership writer join person on person.id = writer.user_id and person.is_active
    where writer.center_id = ${centerId} and writer.role = 'contributor'`;
  const isAnswerer = or(eq(role, "contributor"), and(eq(role, "manager"), sql`not exists (${writes})`));
  const rows = await db
    .selectDistinct({ centerId, userId })
    .from(membership)
    .innerJoin(person, and(eq(person.id, userId), eq(person.isActive, true)))
    .where(and(inArray(centerId, [...centerIds]), isAnswerer));
  for (const row of rows) if (row.centerId) found.set(row.centerId, [...(found.get(row.centerId) ?? []), row.userId]);
  return found;
}
