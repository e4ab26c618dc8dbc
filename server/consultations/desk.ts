import type { CenterId } from "../../db/ids";
import { danishDay } from "../clock";
import { deadlineOf } from "../deadline";
import { centersOf, hasRole, type Viewer } from "../identity/viewer";
import type { Owed } from "../links/shapes";
import { isApprover, isCoordinator, mayRead, roundState } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import { type StandingRow, standingRows, statusOfRow } from "./queries";
import type { DeskTask } from "./shapes";

/** A hearing, how it stands, and what its centers owe. */
type Case = { row: StandingRow; owed: readonly Owed[]; today: string };
type Reason = DeskTask["reason"];

/** What waits for this person, the nearest deadline first: "Mit bord". Five queries, however many hearings. [H8] */
export async function desk({ db, clock, links }: ConsultationDeps, viewer: Viewer): Promise<DeskTask[]> {
  if (!mayRead(viewer)) return [];
  const rows = await standingRows(db, viewer);
  const going = rows.filter((row) => statusOfRow(row) !== "filed");
  const ids = going.map((row) => row.consultation.id);
  const owed = await links.owed(viewer, ids);
  const today = danishDay(clock.now());
  const cases = going.map((row) => ({ row, owed: owedIn(row, owed), today }));
  return cases.flatMap((one) => tasksOf(viewer, one)).sort(byDeadline);
}

function owedIn({ consultation }: StandingRow, owed: readonly Owed[]): Owed[] {
  return owed.filter((one) => one.consultationId === consultation.id);
}

function tasksOf(viewer: Viewer, one: Case): DeskTask[] {
  const status = statusOfRow(one.row);
  const isBeingWritten = status === "not-started" || status === "writing";
  const reason = isCoordinator(viewer) && isBeingWritten ? nextStep(one) : null;
  return [
    ...(isBeingWritten ? answerTasks(viewer, one) : []),
    ...(reason ? [task(one, reason)] : []),
    ...(status === "in-review" && waitsFor(viewer, one) ? [task(one, "approve")] : []),
    ...(status === "approved" && waitsForFiling(one) && hasRole(viewer, "case-officer") ? [task(one, "file")] : []),
  ];
}

/** The one next thing a coordinator does with a hearing that is not yet sent. */
function nextStep({ row, owed }: Case): Reason {
  if (row.round && roundState(row.round) === "returned") return "returned";
  if (owed.length === 0) return "assign-clauses";
  return row.response ? "write-together" : "start-response";
}

function waitsFor(viewer: Viewer, { row, owed }: Case): boolean {
  const participating = owed.map((one) => one.centerId);
  return row.round?.approverId === viewer.id && isApprover(viewer.roles, participating);
}

/** Not yet filed, and nothing under way: never asked for, or come to a stop. */
function waitsForFiling({ row }: Case): boolean {
  return !row.filing || row.filing.state === "failed" || row.filing.state === "rejected";
}

/** One task for each of the viewer's centers that still owes something, by its earliest internal deadline. */
function answerTasks(viewer: Viewer, one: Case): DeskTask[] {
  const own = centersOf(viewer);
  return one.owed.flatMap(({ centerId, open, total, earliest }) => {
    if (earliest === null || !own.includes(centerId)) return [];
    const deadline = deadlineOf(earliest, null, one.today);
    return [{ ...task(one, "answer-clauses"), deadline, open, total, center: centerName(viewer, centerId) }];
  });
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
