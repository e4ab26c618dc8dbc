import { and, inArray } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ConsultationId, MunicipalityId } from "../../db/ids";
import { consultation } from "../../db/schema";
import { carriedToEach } from "../carry-over";
import { danishDay } from "../clock";
import type { Viewer } from "../identity/viewer";
import { isSeenByAny } from "../standing";
import { asWritten, groundNow } from "./carried";
import type { LinkDeps } from "./deps";
import { coverageGrounds, type Ground, versionsToCarryTo } from "./queries";
import { type Cell, cellsOf, isOpen } from "./rules";
import type { OpenCell, Owed } from "./shapes";

/** Five queries, whatever the number of hearings; three more when something was carried over to any of their versions. [H8] */
export async function owed(
  deps: LinkDeps,
  viewers: readonly Home[],
  consultationIds: readonly ConsultationId[],
): Promise<Owed[]> {
  const all = await cellsOfEach(deps, viewers, consultationIds);
  return all.flatMap(({ id, ground, cells }) => owedIn(id, ground, cells));
}

/** The cells that were given and are still open, for reminders: as many queries as for `owed`. [N12] */
export async function stillOpen(
  deps: LinkDeps,
  home: Home,
  consultationIds: readonly ConsultationId[],
  on: Queryable = deps.db,
): Promise<OpenCell[]> {
  const all = await cellsOfEach({ clock: deps.clock, db: on }, [home], consultationIds);
  return all.flatMap(({ id: consultationId, cells }) =>
    cells.flatMap(({ clauseId, centerId, deadline, state }) =>
      deadline !== null && isOpen(state) ? [{ consultationId, clauseId, centerId, deadline }] : [],
    ),
  );
}

/** Whoever asks, or a job that asks for a municipality. */
type Home = Pick<Viewer, "guest"> & { municipality: { id: MunicipalityId } };

type Reading = Pick<LinkDeps, "clock"> & { db: Queryable };

async function cellsOfEach({ db, clock }: Reading, homes: readonly Home[], consultationIds: readonly ConsultationId[]) {
  const ours = await db
    .select({ id: consultation.id, versionId: consultation.versionId })
    .from(consultation)
    .where(and(isSeenByAny(homes), inArray(consultation.id, [...consultationIds])));
  const ids = ours.map((one) => one.id);
  const grounds = await coverageGrounds(db, ids, { links: "counted" });
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
  const nothing = { consultationId, open: 0, total: 0, earliest: null, overdue: 0, cameLate: 0 };
  const found = new Map<CenterId, Owed>();
  for (const { centerId } of assigned) if (!found.has(centerId)) found.set(centerId, { ...nothing, centerId });
  for (const cell of cells) {
    const own = found.get(cell.centerId) ?? { ...nothing, centerId: cell.centerId };
    if (cell.deadline !== null) found.set(cell.centerId, own);
    count(own, cell);
  }
  return [...found.values()];
}

function count(own: Owed, { state, deadline, isLate, cameLate }: Cell): void {
  if (deadline === null) return;
  own.total += 1;
  if (cameLate) own.cameLate += 1;
  if (!isOpen(state)) return;
  own.open += 1;
  if (isLate) own.overdue += 1;
  if (own.earliest === null || deadline < own.earliest) own.earliest = deadline;
}
