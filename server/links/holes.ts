import { inArray } from "drizzle-orm";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import type { ConsultationId } from "../../db/ids";
import { center } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import { coverageGrounds } from "./queries";
import { cellsOf, isHole, linkedIn } from "./rules";

/** The holes by name, in reading order: which clause waits for which center. [C4] */
export async function holesOf(
  db: Queryable,
  consultationId: ConsultationId,
  clauses: readonly ClauseRow[],
  today: string,
): Promise<{ clause: string; center: string }[]> {
  const ground = (await coverageGrounds(db, [consultationId])).get(consultationId);
  const holes = ground ? cellsOf(ground, today).filter(isHole) : [];
  const ids = [...new Set(holes.map((hole) => hole.centerId))];
  const centers = await db.select({ id: center.id, name: center.name }).from(center).where(inArray(center.id, ids));
  const nameOf = new Map(centers.map(({ id, name }) => [id, name]));
  return clauses.flatMap((clause) =>
    holes
      .filter((hole) => hole.clauseId === clause.id)
      .map((hole) => ({ clause: clause.path, center: nameOf.get(hole.centerId) ?? "" })),
  );
}

/** How many holes a text has, by its own links instead of the projection's: the projection may lag, a frozen text cannot. [A4] */
export async function holesIn(
  db: Queryable,
  consultationId: ConsultationId,
  text: ResponseDocument,
  today: string,
): Promise<number> {
  const ground = (await coverageGrounds(db, [consultationId])).get(consultationId);
  return ground ? cellsOf({ ...ground, linked: linkedIn(text) }, today).filter(isHole).length : 0;
}
