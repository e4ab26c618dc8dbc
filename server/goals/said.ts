import { asc, eq } from "drizzle-orm";
import type { ResponseDocument } from "../../app/document-model/document";
import { type GoalSaid, type GoalsSaid, isAboutGoals } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import { clause, type consultation } from "../../db/schema";
import { carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { danishDay } from "../clock";
import { ownersIn } from "../consultations";
import { goalsNow } from "../links";
import { showsStatus } from "./form";
import { inHearing, inOrder, type SaidRow, saidRows } from "./queries";

type Consultation = Pick<typeof consultation.$inferSelect, "id" | "municipalityId" | "versionId" | "kind">;

const NOTHING: GoalsSaid = { isShown: false, said: [] };

/**
 * What the centers of an assessment say of its goals now, on the goals as they are now: in the source's order, the owner
 * first, then the centers by name, guests' last. What is sent for approval is frozen with exactly this. [M4]
 */
export async function goalsSaid(db: Queryable, about: Consultation, carried: Carried): Promise<GoalsSaid> {
  if (!isAboutGoals(about.kind)) return NOTHING;
  const rows = await saidRows(db, { municipality: { id: about.municipalityId } }, inHearing(about.id));
  if (rows.length === 0) return NOTHING;
  const owners = await ownersIn(db, about.id, carried);
  const placed = await db
    .select({ id: clause.id })
    .from(clause)
    .where(eq(clause.versionId, about.versionId))
    .orderBy(asc(clause.position));
  const place = new Map<string, number>(placed.map(({ id }, index) => [id, index]));
  const isOwner = (row: SaidRow) => owners.get(row.clauseId) === row.centerId;
  const placeOf = ({ clauseId }: SaidRow) => place.get(clauseId) ?? 0;
  const rowsNow = goalsNow(carriedOn(rows, carried)).sort(
    (a, b) => placeOf(a) - placeOf(b) || Number(isOwner(b)) - Number(isOwner(a)) || inOrder(a, b),
  );
  const said = rowsNow.map((row): GoalSaid => {
    const { clauseId, centerId, center, status, nextStep, due, at } = row;
    return {
      goal: clauseId,
      center: centerId,
      centerName: center,
      ...(isOwner(row) ? { isOwner: true } : {}),
      status,
      day: danishDay(at),
      ...(nextStep ? { nextStep } : {}),
      ...(due ? { due } : {}),
    };
  });
  return { isShown: await showsStatus(db, about.id), said };
}

/** The text with what has been said of its goals; one of which nothing was said is the same text, and has the same bytes. */
export function withGoals(text: ResponseDocument, goals: GoalsSaid): ResponseDocument {
  return goals.said.length > 0 ? { ...text, goals } : text;
}
