import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ConsultationId, MunicipalityId } from "../../db/ids";
import { consultation } from "../../db/schema";
import { carriedToEach } from "../carry-over";
import { danishDay } from "../clock";
import { asWritten, groundNow } from "./carried";
import type { LinkDeps } from "./deps";
import { coverageGrounds, type Ground, versionsToCarryTo } from "./queries";
import { type Cell, cellsOf, isOpen } from "./rules";
import type { OpenCell, Owed } from "./shapes";

/** Six queries, whatever the number of hearings; three more when something was carried over to any of their versions. [H8] */
export async function owed(deps: LinkDeps, home: Home, consultationIds: readonly ConsultationId[]): Promise<Owed[]> {
  const all = await cellsOfEach(deps, home, consultationIds);
  return all.flatMap(({ id, ground, cells }) => owedIn(id, ground, cells));
}

/** The cells that were given and are still open, for reminders: as many queries as for `owed`. [N12] */
export async function stillOpen(
  deps: LinkDeps,
  home: Home,
  consultationIds: readonly ConsultationId[],
  on: Queryable = deps.db,
): Promise<OpenCell[]> {
  const all = await cellsOfEach({ clock: deps.clock, db: on }, home, consultationIds);
  return all.flatMap(({ id: consultationId, cells }) =>
    cells.flatMap(({ clauseId, centerId, deadline, state }) =>
      deadline !== null && isOpen(state) ? [{ consultationId, clauseId, centerId, deadline }] : [],
    ),
  );
}

/** Whoever asks, or a job that asks for a municipality. */
type Home = { municipality: { id: MunicipalityId } };

type Reading = Pick<LinkDeps, "clock"> & { db: Queryable };

async function cellsOfEach({ db, clock }: Reading, home: Home, consultationIds: readonly ConsultationId[]) {
  const isOurs = eq(consultation.municipalityId, home.municipality.id);
  const ours = await db
    .select({ id: consultation.id, versionId: consultation.versionId })
    .from(consultation)
    .where(and(isOurs, inArray(consultation.id, [...consultationIds])));
  const ids = ours.map((one) => one.id);
  const grounds = await coverageGrounds(db, ids);
  const carried = await carriedToEach(db, await versionsToCarryTo(db, ids));
  const today = danishDay(clock.now());
  return ours.flatMap(({ id, versionId }) => {
    const ground = grounds.get(id);
    const here = carried.get(versionId) ?? asWritten(versionId);
    return ground ? [{ id, ground, cells: cellsOf(groundNow(ground, here), today) }] : [];
  });
}

/** Of each center that takes part; one whose clauses are all gone, or wait to be decided, owes nothing of nothing. */
function owedIn(consultationId: ConsultationId, { assigned }: Ground, cells: readonly Cell[]): Owed[] {
  const byCenter = new Map<CenterId, Cell[]>(assigned.map(({ centerId }) => [centerId, []]));
  for (const cell of cells) {
    if (cell.deadline !== null) byCenter.set(cell.centerId, [...(byCenter.get(cell.centerId) ?? []), cell]);
  }
  return [...byCenter].map(([centerId, given]) => {
    const open = given.filter((cell) => isOpen(cell.state));
    const cameLate = given.filter((cell) => cell.cameLate).length;
    const overdue = open.filter((cell) => cell.isLate).length;
    const counts = { open: open.length, total: given.length, overdue, cameLate };
    return { consultationId, centerId, earliest: earliest(open), ...counts };
  });
}

function earliest(cells: readonly Cell[]): string | null {
  const days = cells.flatMap((cell) => (cell.deadline === null ? [] : [cell.deadline]));
  return days.sort()[0] ?? null;
}
