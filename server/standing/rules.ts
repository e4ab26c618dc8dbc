import type { CenterId, UserId } from "../../db/ids";
import type { FilingState } from "../exports/shapes";
import { centersOf, hasRole, type Role, type Viewer } from "../identity/viewer";
import type { ReviewState } from "../reviews/shapes";
import type { DocumentAccess, ResponseStatus } from "./shapes";

/** What of a round decides how the text stands. */
export type RoundMarks = { decision: "approved" | "returned" | null; reopenedAt: Date | null };

export function roundState(round: RoundMarks): ReviewState {
  return round.reopenedAt ? "reopened" : (round.decision ?? "waiting");
}

/** How a response stands, by its newest round and the filing of that round's version. [A2] */
export function statusOf(newestRound: RoundMarks | null, filing: { state: FilingState } | null): ResponseStatus {
  if (!newestRound) return "writing";
  switch (roundState(newestRound)) {
    case "returned":
    case "reopened":
      return "writing";
    case "waiting":
      return "in-review";
    case "approved":
      return filing?.state === "filed" ? "filed" : "approved";
  }
}

/** A hearing and its response as far as rights depend on them. */
export type Standing = {
  status: ResponseStatus | "not-started";
  /** The centers that have been given a clause. */
  participating: readonly CenterId[];
  /** Centers that have closed, and whose the tasks they had here are now. Their people go on with them. [H55] */
  handedOver?: readonly { from: CenterId; to: CenterId }[];
  /** Who may decide the step whose turn it is; nobody when no round waits. */
  deciders: readonly UserId[];
};

/** Auditors and administrators keep the house; they do not read what is written in it. [D10] */
const KEEPERS: readonly Role[] = ["auditor", "administrator"];

export function mayRead({ roles }: { roles: readonly { role: Role }[] }): boolean {
  return roles.some((held) => !KEEPERS.includes(held.role));
}

export function isCoordinator(viewer: Viewer): boolean {
  return hasRole(viewer, "coordinator");
}

/** What the sender has answered comes to whoever leads the hearing or files it. [Q7] */
export function notesOutcomes(viewer: Viewer): boolean {
  return isCoordinator(viewer) || hasRole(viewer, "case-officer");
}

/** Whose tasks are whose, as far as writing and approving depend on it. */
type TakingPart = Pick<Standing, "participating" | "handedOver">;

/**
 * The centers on whose behalf the viewer writes in this hearing: their own, once a clause has been given to it; of one that has
 * closed, the one that has its tasks here now. [D11] [H55]
 */
export function writesFor(viewer: Viewer, { participating, handedOver = [] }: TakingPart): CenterId[] {
  const own = centersOf(viewer);
  const heirs = handedOver.flatMap(({ from, to }) => (own.includes(from) ? [to] : []));
  return [...new Set([...own, ...heirs])].filter((id) => participating.includes(id));
}

/** Each with where its tasks ended up: they may have gone on from the one that had them first. */
export function lastOf<Handed extends { from: CenterId; to: CenterId }>(handed: readonly Handed[]): Handed[] {
  const next = new Map(handed.map(({ from, to }) => [from, to]));
  return handed.map((one) => {
    let { to } = one;
    for (let steps = 0; steps < handed.length && next.has(to); steps++) to = next.get(to) ?? to;
    return { ...one, to };
  });
}

/** The centers that take part, and those that did until they closed. [H55] */
export function partakers({ participating, handedOver = [] }: TakingPart): CenterId[] {
  return [...new Set([...participating, ...handedOver.map(({ from }) => from)])];
}

function mayWrite(viewer: Viewer, standing: TakingPart): boolean {
  return isCoordinator(viewer) || writesFor(viewer, standing).length > 0;
}

/**
 * How far a center is with a goal is said by whoever writes for it, by a coordinator for any that takes part, until the
 * text is sent: from then on it is part of what is approved. [M2] [M4]
 */
export function maySetStatus(viewer: Viewer, centerId: CenterId, standing: Standing): boolean {
  const { status, participating } = standing;
  if (status !== "not-started" && status !== "writing") return false;
  const speaksFor = isCoordinator(viewer) ? participating : writesFor(viewer, standing);
  return speaksFor.includes(centerId);
}

/**
 * Initiatives and their figures are tended by whoever writes for the center that answers for them, by a coordinator for any
 * center, until the text is sent: from then on they are part of what is approved. [M11]
 */
export function mayTend(viewer: Viewer, centerId: CenterId, standing: Standing): boolean {
  const { status, handedOver = [] } = standing;
  if (status !== "not-started" && status !== "writing") return false;
  // A closed center's are tended for whoever has its tasks here. [H55]
  const now = handedOver.find(({ from }) => from === centerId)?.to ?? centerId;
  return isCoordinator(viewer) || writesFor(viewer, standing).includes(now);
}

/** What was counted towards an initiative is said at any time, by its center's own and by coordinators; of its own municipality alone. [M23] */
export function mayCount(viewer: Viewer, centerId: CenterId): boolean {
  return !viewer.guest && (isCoordinator(viewer) || centersOf(viewer).includes(centerId));
}

type HeldRole = { role: Role; center: { id: CenterId } | null };

/** Managers of a participating center, and those of the whole municipality. [A5] */
export function isApprover(roles: readonly HeldRole[], participating: readonly CenterId[]): boolean {
  return roles.some(({ role, center }) => role === "manager" && (!center || participating.includes(center.id)));
}

/** Who takes part in the work at all: a reader reads. */
const TAKES_PART: readonly Role[] = ["contributor", "coordinator", "manager", "case-officer"];

function takesPart(viewer: Viewer): boolean {
  return viewer.roles.some((held) => TAKES_PART.includes(held.role));
}

/** Managers sign off for their own center, one of the whole municipality for any that takes part, while it is written. */
export function maySignOff(viewer: Viewer, centerId: CenterId, { status, participating }: Standing): boolean {
  return status === "writing" && participating.includes(centerId) && isApprover(viewer.roles, [centerId]);
}

/** One approver's place in a round, as far as its turn and its decision depend on it. */
export type StepMarks = {
  position: number;
  approverId: UserId;
  substituteId: UserId | null;
  decision: "approved" | "returned" | "tacit" | null;
  decidedBy: UserId | null;
};

/** The step whose turn it is: the first that nobody has decided. The steps are in their order. */
export function turnIn<Step extends Pick<StepMarks, "decision">>(steps: readonly Step[]): Step | null {
  return steps.find(({ decision }) => decision === null) ?? null;
}

export type Round = {
  steps: readonly StepMarks[];
  senderId: UserId;
  /** Whoever alone has written the text. */
  onlyAuthorId: UserId | null;
};

/**
 * Who may decide the step whose turn it is: its approver; its substitute and whoever the approver has handed it to today,
 * unless they have a step of their own in the round or have decided one. Never the sender or the only author. [A5] [A10]
 */
export function decidersIn({ steps, senderId, onlyAuthorId }: Round, delegates: readonly UserId[]): UserId[] {
  const turn = turnIn(steps);
  if (!turn) return [];
  const isElsewhere = (id: UserId) => steps.some((step) => step.approverId === id || step.decidedBy === id);
  const standIns = [turn.substituteId, ...delegates].filter((id) => id !== null);
  const able = [turn.approverId, ...standIns.filter((id) => !isElsewhere(id))];
  return [...new Set(able)].filter((id) => id !== senderId && id !== onlyAuthorId);
}

export type Rights = Record<
  | "read"
  | "assign"
  | "start"
  | "write"
  | "comment"
  | "suggest"
  | "sendForApproval"
  | "approve"
  | "reopen"
  | "file"
  | "export"
  | "recordOutcome",
  boolean
>;

/** Everything one may do with a hearing and its response; pages and commands ask the same table. [D3] */
export function rightsOf(viewer: Viewer, standing: Standing): Rights {
  const { status, deciders } = standing;
  const isOpen = status === "not-started" || status === "writing";
  const isEnded = status === "approved" || status === "filed";
  const leads = isCoordinator(viewer);
  return {
    read: mayRead(viewer),
    assign: leads && isOpen,
    start: leads && status === "not-started",
    write: status === "writing" && mayWrite(viewer, standing),
    comment: (status === "writing" || status === "in-review") && takesPart(viewer),
    suggest: status === "writing" && takesPart(viewer),
    sendForApproval: leads && status === "writing",
    approve: status === "in-review" && deciders.includes(viewer.id) && isApprover(viewer.roles, partakers(standing)),
    reopen: leads && (status === "in-review" || isEnded),
    file: status === "approved" && hasRole(viewer, "case-officer"),
    export: isEnded && mayRead(viewer),
    recordOutcome: notesOutcomes(viewer) && isEnded,
  };
}

/** What a socket may do: write only while the text is being written and the document is active. [D11] */
export function accessTo(viewer: Viewer, standing: Standing, isActive: boolean): DocumentAccess | null {
  const rights = rightsOf(viewer, standing);
  if (!rights.read) return null;
  return rights.write && isActive ? "write" : "read";
}

/** The days and facts of a hearing are its coordinator's until it is filed: what is filed keeps what it was made with. [H13] */
export function mayPlan(viewer: Viewer, { status }: Standing): boolean {
  return mayRead(viewer) && isCoordinator(viewer) && status !== "filed";
}

/** On whose behalf a link may be written at all: one's own centers; a coordinator speaks for any. [L7] */
export function mayLinkAs(viewer: Viewer, centerId: string): boolean {
  return isCoordinator(viewer) || centersOf(viewer).some((id) => id === centerId);
}

/**
 * On whose behalf the viewer links, their own centers first; a coordinator may link for every participating one. Who is of a
 * closed center links in its name, and that counts for its successor. [L7] [H55]
 */
export function linksAs(viewer: Viewer, standing: TakingPart): CenterId[] {
  const here = partakers(standing);
  const own = centersOf(viewer).filter((id) => here.includes(id));
  return isCoordinator(viewer) ? [...new Set([...own, ...standing.participating])] : own;
}
