import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { type ApiTokenId, isId, type MunicipalityId } from "../../db/ids";
import { apiToken, person } from "../../db/schema";

/** The tokens of a municipality, the newest first. */
export function tokensOf(db: Queryable, municipalityId: MunicipalityId) {
  return db
    .select({ token: apiToken, madeBy: person.name })
    .from(apiToken)
    .innerJoin(person, eq(person.id, apiToken.madeBy))
    .where(eq(apiToken.municipalityId, municipalityId))
    .orderBy(desc(apiToken.madeAt), apiToken.id);
}

/** A token of this municipality, its row locked. [D2] */
export async function lockedToken(tx: Queryable, municipalityId: MunicipalityId, tokenId: string) {
  if (!isId<ApiTokenId>(tokenId)) return null;
  const isIt = and(eq(apiToken.id, tokenId), eq(apiToken.municipalityId, municipalityId));
  const [found] = await tx.select().from(apiToken).where(isIt).for("update");
  return found ?? null;
}

export async function tokenByHash(db: Queryable, tokenHash: string) {
  const [found] = await db.select().from(apiToken).where(eq(apiToken.tokenHash, tokenHash));
  return found ?? null;
}
