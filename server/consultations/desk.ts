import type { CenterId, UserId } from "../../db/ids";
import { danishDay } from "../clock";
import { deadlineOf } from "../deadline";
import { centersOf, hasRole, type Viewer } from "../identity/viewer";
import type { Owed } from "../links/shapes";
import { decidersOf, guestsOf } from "../standing";
import { isApprover, isCoordinator, mayRead, roundState } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import { type NextStep, nextStepsOf, suggestionsFor, threadsFor } from "./desk-queries";
import { waiting } from "./guests/queries";
import type { WaitingInvitation } from "./guests/shapes";
import { behindNewer } from "./newer";
import { waitingParts } from "./part-queries";
import { isUnderWay, type StandingRow, standingRows, statusOfRow } from "./queries";
import { type ReturnedPart, returnedParts } from "./returned-parts";
import type { DeskTask } from "./shapes";

/** A hearing, how it stands, what its centers owe, and whether its source has a newer version to move to. */
type Case = {
  row: StandingRow;
  /** The same values for all its tasks: they travel once. */
  about: Pick<DeskTask, "consultation" | "responseId" | "deadline" | "host">;
  owed: readonly Owed[];
  isBehind: boolean;
  /** Who may decide the round that waits. */
  deciders: readonly UserId[];
  /** The centers whose part waits for the viewer to sign it off. */
  parts: readonly CenterId[];
  /** Open comments that were given to the viewer, and others' open suggestions in their centers' paragraphs. */
  threads: number;
  suggestions: number;
  /** Those of the viewer's centers that were sent back and still read as they did. */
  returned: readonly ReturnedPart[];
  /** Of the plan of a hearing that the viewer leads. */
  step: NextStep | null;
  today: string;
};
type Reason = DeskTask["reason"];

/**
 * What waits for this person, the nearest deadline first: "Mit bord". As many queries for one hearing as for all, at home and
 * as a guest. [H8] [J17] [J21]
 */
export async function desk(deps: ConsultationDeps, viewer: Viewer): Promise<DeskTask[]> {
  if (!mayRead(viewer)) return [];
  const guests = await guestsOf(deps.db, viewer);
  const tasks = await tasksAt(deps, viewer, guests);
  for (const invitation of await waiting(deps, viewer)) tasks.push(invitationTask(invitation));
  return tasks.sort(byDeadline);
}

async function tasksAt({ db, clock, links }: ConsultationDeps, viewer: Viewer, guests: readonly Viewer[]) {
  const going = await standingRows(db, { ...viewer, guests }, isUnderWay);
  const whoIn = viewerIn(viewer, guests);
  const ids = going.map((row) => row.consultation.id);
  const owed = await links.owed([viewer, ...guests], ids);
  const behind = isCoordinator(viewer) ? await behindNewer(db, ids) : new Set();
  const today = danishDay(clock.now());
  const parts = await waitingParts(db, ids, [viewer, ...guests].flatMap(managedBy));
  const returned = await returnedParts(db, ids, [viewer, ...guests].flatMap(centersOf));
  const deciders = await decidersOf(db, waitingRounds(going), today);
  const own = await waitingFor(db, viewer.id, { rows: going, whoIn, today });
  return going.flatMap((row) => {
    const { id } = row.consultation;
    const here = whoIn(row);
    const [managed, written] = [managedBy(here), centersOf(here)];
    return tasksOf(here, {
      row,
      about: aboutOf(here, row, today),
      ...own(row),
      owed: owedIn(row, owed),
      isBehind: behind.has(id),
      deciders: (row.round && deciders.get(row.round.id)) ?? [],
      parts: parts.flatMap(({ consultationId, centerId }) =>
        consultationId === id && managed.includes(centerId) ? [centerId] : [],
      ),
      returned: returned.filter((one) => one.consultationId === id && written.includes(one.centerId)),
      today,
    });
  });
}

type WhoIn = (row: StandingRow) => Viewer;

/** As whom they are in a hearing: a host's, in one that they are a guest of. [J11] */
function viewerIn(viewer: Viewer, guests: readonly Viewer[]): WhoIn {
  const known = new Map(guests.map((one) => [one.guest?.consultationId, one]));
  return ({ consultation }) => known.get(consultation.id) ?? viewer;
}

/** What is the viewer's own in each of these hearings; three small queries for all of them. [H45] */
async function waitingFor(
  db: ConsultationDeps["db"],
  userId: UserId,
  { rows, whoIn, today }: { rows: readonly StandingRow[]; whoIn: WhoIn; today: string },
) {
  const texts = rows.flatMap(({ response }) => response?.id ?? []);
  const threads = await threadsFor(db, userId, texts);
  const own = rows.map((row) => ({ responseId: row.response?.id ?? null, centerIds: centersOf(whoIn(row)) }));
  const suggestions = await suggestionsFor(db, userId, own);
  const led = rows.flatMap((row) => (isCoordinator(whoIn(row)) ? [row.consultation.id] : []));
  const steps = led.length > 0 ? await nextStepsOf(db, userId, led, today) : new Map();
  return ({ consultation, response }: StandingRow) => ({
    threads: (response && threads.get(response.id)) ?? 0,
    suggestions: (response && suggestions.get(response.id)) ?? 0,
    step: steps.get(consultation.id) ?? null,
  });
}

function aboutOf(
  { guest, municipality }: Viewer,
  { consultation, response }: StandingRow,
  today: string,
): Case["about"] {
  const { id, userKey, title, kind, deadline, deadlineTime } = consultation;
  return {
    consultation: { id, userKey, title, kind },
    responseId: response?.id ?? null,
    deadline: deadlineOf(deadline, deadlineTime, today),
    host: guest ? municipality.name : null,
  };
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
    ...(reason ? [{ ...task(one, reason), lateCenters: one.owed.filter(({ overdue }) => overdue > 0).length }] : []),
    ...(status === "writing" ? [...returnedTasks(viewer, one), ...partTasks(viewer, one)] : []),
    ...(status === "writing" && one.suggestions > 0 ? [{ ...task(one, "suggestions"), open: one.suggestions }] : []),
    ...(status === "writing" && one.threads > 0 ? [{ ...task(one, "comments"), open: one.threads }] : []),
    ...stepTasks(one, isBeingWritten),
    ...(status === "in-review" && waitsFor(viewer, one) ? [task(one, "approve")] : []),
    ...(status === "approved" && waitsForFiling(one) && hasRole(viewer, "case-officer") ? [task(one, "file")] : []),
  ];
}

/** The one next thing a coordinator does with a hearing that is not yet sent. */
function nextStep({ row, owed, isBehind }: Case): Reason {
  if (isBehind) return "newer-version";
  if (row.round && roundState(row.round) === "returned") return "returned";
  if (owed.length === 0) return "assign-clauses";
  return row.response ? "write-together" : "start-response";
}

function waitingRounds(rows: readonly StandingRow[]) {
  return rows.flatMap(({ round, response }) =>
    round && response && roundState(round) === "waiting"
      ? [{ id: round.id, sentBy: round.sentBy, documentId: response.documentId }]
      : [],
  );
}

function waitsFor(viewer: Viewer, { deciders, owed }: Case): boolean {
  const participating = owed.map((one) => one.centerId);
  return deciders.includes(viewer.id) && isApprover(viewer.roles, participating);
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
    return [{ ...task(one, "answer-clauses"), deadline, open, total, center: centerName(viewer, centerId), centerId }];
  });
}

/** A step of the plan comes onto the desk of whoever leads the hearing some days before its own. */
const STEP_DAYS = 3;

function stepTasks(one: Case, isBeingWritten: boolean): DeskTask[] {
  if (!one.step) return [];
  const { kind, day, time, isConfirmed } = one.step;
  const deadline = deadlineOf(day, time, one.today);
  // Nobody is reminded of a day that nobody has agreed to: that is what waits, by the next of those days. [H62]
  if (!isConfirmed) return isBeingWritten ? [{ ...task(one, "confirm-plan"), deadline, step: kind }] : [];
  return deadline.daysLeft <= STEP_DAYS ? [{ ...task(one, "plan-step"), deadline, step: kind }] : [];
}

/** What a manager has sent back, by the center's own deadline where it still owes something. [H61] */
function returnedTasks(viewer: Viewer, one: Case): DeskTask[] {
  return one.returned.map(({ centerId, by, reason }) => {
    const day = one.owed.find((owed) => owed.centerId === centerId)?.earliest ?? null;
    const deadline = day === null ? one.about.deadline : deadlineOf(day, null, one.today);
    return { ...task(one, "part-returned"), deadline, center: centerName(viewer, centerId), centerId, by, why: reason };
  });
}

/** Centers of one's own: a director signs off for any, and is not asked to for all of them. */
function managedBy(viewer: Viewer): CenterId[] {
  return viewer.roles.flatMap(({ role, center }) => (role === "manager" && center ? [center.id] : []));
}

function partTasks(viewer: Viewer, one: Case): DeskTask[] {
  return one.parts.map((centerId) => ({
    ...task(one, "sign-off"),
    center: centerName(viewer, centerId),
    centerId,
  }));
}

function centerName(viewer: Viewer, centerId: CenterId): string | null {
  return viewer.roles.find((held) => held.center?.id === centerId)?.center?.name ?? null;
}

/** Of a hearing that is not theirs yet: what the invitation says, and nothing more. [J12] */
function invitationTask({ consultationId, title, userKey, kind, host, deadline }: WaitingInvitation): DeskTask {
  const consultation = { id: consultationId, userKey, title, kind };
  return { ...NOTHING, reason: "invitation", consultation, responseId: null, deadline, host };
}

const NOTHING = { open: 0, total: 0, lateCenters: 0, step: null, center: null, centerId: null, by: null, why: null };

function task({ about }: Case, reason: Reason): DeskTask {
  return {
    reason,
    ...about,
    ...NOTHING,
  };
}

function byDeadline(a: DeskTask, b: DeskTask): number {
  return (
    a.deadline.day.localeCompare(b.deadline.day) || a.consultation.title.localeCompare(b.consultation.title, "da-DK")
  );
}
