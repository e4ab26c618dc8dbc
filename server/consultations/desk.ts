import type { CenterId, ConsultationId } from "../../db/ids";
import { danishDay } from "../clock";
import { deadlineOf } from "../deadline";
import { centersOf, hasRole, type Viewer } from "../identity/viewer";
import { coverageGrounds, type Ground } from "../links/queries";
import { type Cell, cellsOf, isOpen } from "../links/rules";
import { isApprover, isCoordinator, mayRead, roundState } from "../responses/rules";
import type { ConsultationDeps } from "./index";
import { type StandingRow, standingRows, statusOfRow } from "./queries";
import type { DeskTask } from "./shapes";

/** A hearing, how it stands, and what coverage says of it. */
type Case = { row: StandingRow; ground: Ground; today: string };
type Reason = DeskTask["reason"];

/** What waits for this person, the nearest deadline first: "Mit bord". Four queries, however many hearings. [H8] */
export async function desk({ db, clock }: ConsultationDeps, viewer: Viewer): Promise<DeskTask[]> {
  if (!mayRead(viewer)) return [];
  const rows = await standingRows(db, viewer);
  const going = rows.filter((row) => statusOfRow(row) !== "filed");
  const grounds = await coverageGrounds(
    db,
    going.map((row) => row.consultation.id),
  );
  const today = danishDay(clock.now());
  return going.flatMap((row) => tasksOf(viewer, { row, ground: groundOf(grounds, row), today })).sort(byDeadline);
}

function groundOf(grounds: ReadonlyMap<ConsultationId, Ground>, row: StandingRow): Ground {
  return grounds.get(row.consultation.id) ?? { assigned: [], answers: [], linked: [], whole: [] };
}

export function tasksOf(viewer: Viewer, one: Case): DeskTask[] {
  const status = statusOfRow(one.row);
  const isBeingWritten = status === "not-started" || status === "writing";
  const reason = isCoordinator(viewer) ? leadingReason(one) : null;
  return [
    ...(isBeingWritten ? answerTasks(viewer, one) : []),
    ...(reason ? [task(one, reason)] : []),
    ...(status === "in-review" && waitsFor(viewer, one) ? [task(one, "approve")] : []),
    ...(status === "approved" && waitsForFiling(one) && hasRole(viewer, "case-officer") ? [task(one, "file")] : []),
  ];
}

/** The one next thing a coordinator does with a hearing. */
function leadingReason(one: Case): Reason | null {
  const { row, ground } = one;
  const status = statusOfRow(row);
  if (status !== "not-started" && status !== "writing") return null;
  if (row.round && roundState(row.round) === "returned") return "returned";
  if (ground.assigned.length === 0) return "assign-clauses";
  return status === "not-started" ? "start-response" : "write-together";
}

function waitsFor(viewer: Viewer, { row, ground }: Case): boolean {
  const participating = ground.assigned.map((given) => given.centerId);
  return row.round?.approverId === viewer.id && isApprover(viewer.roles, participating);
}

/** Not yet filed, and nothing under way: never asked for, or come to a stop. */
function waitsForFiling({ row }: Case): boolean {
  return !row.filing || row.filing.state === "failed" || row.filing.state === "rejected";
}

/** One task for each of the viewer's centers that still owes something, by its earliest internal deadline. */
function answerTasks(viewer: Viewer, one: Case): DeskTask[] {
  const cells = cellsOf(one.ground, one.today).filter((cell) => cell.deadline !== null);
  return centersOf(viewer).flatMap((centerId) => {
    const own = cells.filter((cell) => cell.centerId === centerId);
    const open = own.filter((cell) => isOpen(cell.state));
    const day = earliest(open);
    if (!day) return [];
    const name = centerName(viewer, centerId);
    const deadline = deadlineOf(day, null, one.today);
    return [{ ...task(one, "answer-clauses"), deadline, open: open.length, total: own.length, center: name }];
  });
}

function earliest(cells: readonly Cell[]): string | null {
  const days = cells.flatMap((cell) => (cell.deadline ? [cell.deadline] : []));
  return days.sort()[0] ?? null;
}

function centerName(viewer: Viewer, centerId: CenterId): string | null {
  return viewer.roles.find((held) => held.center?.id === centerId)?.center?.name ?? null;
}

function task({ row, today }: Case, reason: Reason): DeskTask {
  const { id, userKey, title, kind, deadline, deadlineTime } = row.consultation;
  return {
    reason,
    consultation: { id, userKey, title, kind },
    responseId: row.response?.id ?? null,
    deadline: deadlineOf(deadline, deadlineTime, today),
    open: 0,
    total: 0,
    center: null,
  };
}

function byDeadline(a: DeskTask, b: DeskTask): number {
  return (
    a.deadline.day.localeCompare(b.deadline.day) || a.consultation.title.localeCompare(b.consultation.title, "da-DK")
  );
}
