import { isTransaction, type Queryable } from "../../db/client";
import type { CenterId, ConsultationId } from "../../db/ids";
import { carriedToEach } from "../carry-over";
import { danishDay } from "../clock";
import { asWritten, groundNow } from "./carried";
import type { LinkDeps } from "./deps";
import { type Ground, groundsOf, versionsToCarryTo } from "./queries";
import { type Cell, cellsOf, isOpen } from "./rules";
import type { OpenCell, Owed } from "./shapes";
import { type Home, type Stamped, stampsOf } from "./stamps";

/**
 * One query for all hearings in which nothing was written since they were worked out at this node. For the others five more,
 * however many they are, and three when something was carried over to any of their versions. [H8] [C32]
 */
export async function owed(
  deps: LinkDeps,
  viewers: readonly Home[],
  consultationIds: readonly ConsultationId[],
): Promise<Owed[]> {
  if (consultationIds.length === 0) return [];
  const today = danishDay(deps.clock.now());
  const stamped = await stampsOf(deps.db, viewers, consultationIds);
  const changed = stamped.filter((one) => !keptOf(deps, one, today)).map(({ id }) => id);
  const fresh = changed.length > 0 ? await workedOut(deps, viewers, changed, today) : new Map<ConsultationId, Owed[]>();
  return stamped.flatMap((one) => fresh.get(one.id) ?? keptOf(deps, one, today) ?? []);
}

function keptOf({ kept }: LinkDeps, { id, stamp }: Stamped, today: string) {
  return kept.of(id, `${stamp} ${today}`);
}

/** What is kept is what one moment's rows say, stamp and all: between two looks nobody's answer comes in. */
function workedOut(deps: LinkDeps, viewers: readonly Home[], ids: readonly ConsultationId[], today: string) {
  if (isTransaction(deps.db)) return workOut(deps.db);
  return deps.db.transaction(workOut, { isolationLevel: "repeatable read", accessMode: "read only" });

  async function workOut(db: Queryable): Promise<Map<ConsultationId, Owed[]>> {
    const all = await cellsOfEach(db, await stampsOf(db, viewers, ids), today);
    const found = all.map(({ id, ground, cells }) => [id, owedIn(id, ground, cells)] as const);
    // What stands in it may become something else without a word being written in the hearing.
    for (const [index, { id, stamp, isCarried }] of all.entries())
      if (!isCarried && db !== deps.db) deps.kept.keep(id, `${stamp} ${today}`, found[index]?.[1] ?? []);
    return new Map(found);
  }
}

/** The cells that were given and are still open, for reminders: worked out each time. [N12] */
export async function stillOpen(
  deps: LinkDeps,
  home: Home,
  consultationIds: readonly ConsultationId[],
  on: Queryable = deps.db,
): Promise<OpenCell[]> {
  const stamped = await stampsOf(on, [home], consultationIds);
  const all = await cellsOfEach(on, stamped, danishDay(deps.clock.now()));
  return all.flatMap(({ id: consultationId, cells }) =>
    cells.flatMap(({ clauseId, centerId, deadline, state }) =>
      deadline !== null && isOpen(state) ? [{ consultationId, clauseId, centerId, deadline }] : [],
    ),
  );
}

async function cellsOfEach(db: Queryable, hearings: readonly Stamped[], today: string) {
  const ids = hearings.map(({ id }) => id);
  const grounds = await groundsOf(db, hearings, { links: "counted" });
  const carried = await carriedToEach(db, await versionsToCarryTo(db, ids));
  return hearings.flatMap(({ id, versionId, stamp }) => {
    const ground = grounds.get(id);
    const here = carried.get(versionId) ?? asWritten(versionId);
    if (!ground) return [];
    return [{ id, stamp, ground, isCarried: carried.has(versionId), cells: cellsOf(groundNow(ground, here), today) }];
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
