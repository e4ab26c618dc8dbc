import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { CenterId, SourceVersionId } from "../../db/ids";
import { clause, initiative } from "../../db/schema";
import { carriedTo } from "../carry-over";
import type { InitiativeDeps } from "./deps";
import type { HandedInitiatives, InitiativesToHandOver } from "./shapes";

/**
 * What closed centers are doing towards goals goes on with their successors, under the centers' and the hearings' locks; what
 * has ended stays its own center's. Where its part of a follow-up stands signed, it goes when that text is sent. [H65] [H54]
 */
export async function handOver(
  deps: InitiativeDeps,
  tx: Transaction,
  { heirs, signed }: InitiativesToHandOver,
): Promise<HandedInitiatives[]> {
  const { id, centerId, endedOn, clauseId } = initiative;
  const rows = await tx
    .select({ id, centerId, versionId: clause.versionId })
    .from(initiative)
    .innerJoin(clause, eq(clause.id, clauseId))
    .where(and(inArray(centerId, [...heirs.keys()]), isNull(endedOn)))
    .orderBy(asc(id))
    .for("update", { of: initiative });
  const kept = await keptBy(tx, signed);
  const moving = rows.filter((row) => !kept.get(row.centerId)?.has(row.versionId));
  const handed: HandedInitiatives[] = [];
  for (const [from, to] of heirs) {
    const own = moving.filter((row) => row.centerId === from).map((row) => row.id);
    if (own.length === 0) continue;
    await tx.update(initiative).set({ centerId: to }).where(inArray(id, own));
    handed.push({ from, to, initiatives: own });
  }
  for (const versionId of new Set(moving.map((row) => row.versionId))) await deps.onTended?.(tx, versionId);
  return handed;
}

/** By center, the versions on whose goals its signed parts speak. */
async function keptBy(tx: Transaction, signed: InitiativesToHandOver["signed"]) {
  const kept = new Map<CenterId, Set<SourceVersionId>>();
  for (const { center, versionId } of signed) {
    const { lineage } = await carriedTo(tx, versionId);
    kept.set(center, new Set([...(kept.get(center) ?? []), ...lineage]));
  }
  return kept;
}
