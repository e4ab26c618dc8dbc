import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import { answer as answers, secondLook } from "../../db/schema";
import { carriedOn, carriedTo } from "../carry-over";
import type { CellPlace } from "./place";

/**
 * Takes back what a center has answered to a clause, or to what became it. Other parts of a clause that was split keep
 * the answer where the center has looked at them since; of the rest it is asked anew.
 */
export async function withdraw(tx: Transaction, place: CellPlace, versionId: SourceVersionId): Promise<boolean> {
  const { consultationId, clauseId, centerId } = place;
  const isTheirs = and(eq(answers.consultationId, consultationId), eq(answers.centerId, centerId));
  const rows = (await tx.select().from(answers).where(isTheirs)).map((row) => ({ ...row, given: row.clauseId }));
  const now = carriedOn(rows, await carriedTo(tx, versionId));
  const gone = now.filter((row) => row.clauseId === clauseId).map((row) => row.given);
  if (gone.length === 0) return false;
  await tx.delete(answers).where(and(isTheirs, inArray(answers.clauseId, gone)));
  const looked = await lookedAgainAt(tx, place);
  const kept = now.filter(
    (row) => gone.includes(row.given) && row.clauseId !== clauseId && (!row.isChanged || looked.has(row.clauseId)),
  );
  const rest = kept.map(({ given: _, step: __, isChanged: ___, ...row }) => row);
  if (rest.length > 0) await tx.insert(answers).values(rest).onConflictDoNothing();
  return true;
}

async function lookedAgainAt(tx: Transaction, { consultationId, centerId }: CellPlace) {
  const looks = await tx
    .select({ clauseId: secondLook.clauseId })
    .from(secondLook)
    .where(and(eq(secondLook.consultationId, consultationId), eq(secondLook.centerId, centerId)));
  return new Set(looks.map((look) => look.clauseId));
}
