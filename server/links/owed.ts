import { and, eq, inArray } from "drizzle-orm";
import type { CenterId, ConsultationId } from "../../db/ids";
import { consultation } from "../../db/schema";
import { danishDay } from "../clock";
import type { Viewer } from "../identity/viewer";
import type { LinkDeps } from "./deps";
import { coverageGrounds } from "./queries";
import { type Cell, cellsOf, isOpen } from "./rules";
import type { Owed } from "./shapes";

/** Four queries, whatever the number of hearings. [H8] */
export async function owed(
  { db, clock }: LinkDeps,
  viewer: Viewer,
  consultationIds: readonly ConsultationId[],
): Promise<Owed[]> {
  const isOurs = eq(consultation.municipalityId, viewer.municipality.id);
  const ours = await db
    .select({ id: consultation.id })
    .from(consultation)
    .where(and(isOurs, inArray(consultation.id, [...consultationIds])));
  const grounds = await coverageGrounds(
    db,
    ours.map((one) => one.id),
  );
  const today = danishDay(clock.now());
  return [...grounds].flatMap(([id, ground]) => owedIn(id, cellsOf(ground, today)));
}

function owedIn(consultationId: ConsultationId, cells: readonly Cell[]): Owed[] {
  const byCenter = new Map<CenterId, Cell[]>();
  for (const cell of cells) {
    if (cell.deadline !== null) byCenter.set(cell.centerId, [...(byCenter.get(cell.centerId) ?? []), cell]);
  }
  return [...byCenter].map(([centerId, given]) => {
    const open = given.filter((cell) => isOpen(cell.state));
    return { consultationId, centerId, open: open.length, total: given.length, earliest: earliest(open) };
  });
}

function earliest(cells: readonly Cell[]): string | null {
  const days = cells.flatMap((cell) => (cell.deadline === null ? [] : [cell.deadline]));
  return days.sort()[0] ?? null;
}
