import { and, eq, isNull } from "drizzle-orm";
import type { Database, Queryable, Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import { carryOver } from "../../db/schema";
import { Refusal } from "../errors";
import type { CarryOverDeps } from "./deps";
import { type Sides, toAlign } from "./queries";
import type { Alignment } from "./shapes";

/** All that is read in it is of one moment: a correction or a decision meanwhile is in none of it. */
export function atOneMoment<Found>(db: Database, read: (tx: Transaction) => Promise<Found>): Promise<Found> {
  return db.transaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });
}

/** Whether anything was ever carried over by itself to this version, be it taken back. */
export async function isBegun(db: Queryable, toVersionId: SourceVersionId): Promise<boolean> {
  const byItself = and(eq(carryOver.toVersionId, toVersionId), isNull(carryOver.decidedBy));
  const found = await db.select({ id: carryOver.id }).from(carryOver).where(byItself).limit(1);
  return found.length > 0;
}

/** Without it there is nothing to show: who asks is told, and may ask again. */
export async function alignmentOf({ alignments, log }: CarryOverDeps, { before, after }: Sides): Promise<Alignment> {
  try {
    return await alignments.of({ before: toAlign(before), after: toAlign(after) });
  } catch (error) {
    log.warn({ err: error, before: before.clauses.length, after: after.clauses.length }, "two versions not aligned");
    throw new Refusal("conflict", "versions-not-compared");
  }
}
