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
  /** The approver of the round that waits; null when none does. */
  approverId: UserId | null;
};

/** Auditors and administrators keep the house; they do not read what is written in it. [D10] */
const KEEPERS: readonly Role[] = ["auditor", "administrator"];

export function mayRead(viewer: Viewer): boolean {
  return viewer.roles.some((held) => !KEEPERS.includes(held.role));
}

export function isCoordinator(viewer: Viewer): boolean {
  return hasRole(viewer, "coordinator");
}

/** The centers on whose behalf the viewer writes in this hearing: their own, once a clause has been given to it. [D11] */
export function writesFor(viewer: Viewer, participating: readonly CenterId[]): CenterId[] {
  return centersOf(viewer).filter((id) => participating.includes(id));
}

function mayWrite(viewer: Viewer, participating: readonly CenterId[]): boolean {
  return isCoordinator(viewer) || writesFor(viewer, participating).length > 0;
}

type HeldRole = { role: Role; center: { id: CenterId } | null };

/** Managers of a participating center, and those of the whole municipality. [A5] */
export function isApprover(roles: readonly HeldRole[], participating: readonly CenterId[]): boolean {
  return roles.some(({ role, center }) => role === "manager" && (!center || participating.includes(center.id)));
}

export type Rights = Record<
  "read" | "assign" | "start" | "write" | "sendForApproval" | "approve" | "reopen" | "file" | "export",
  boolean
>;

/** Everything one may do with a hearing and its response; pages and commands ask the same table. [D3] */
export function rightsOf(viewer: Viewer, { status, participating, approverId }: Standing): Rights {
  const isOpen = status === "not-started" || status === "writing";
  const isEnded = status === "approved" || status === "filed";
  const leads = isCoordinator(viewer);
  return {
    read: mayRead(viewer),
    assign: leads && isOpen,
    start: leads && status === "not-started",
    write: status === "writing" && mayWrite(viewer, participating),
    sendForApproval: leads && status === "writing",
    approve: status === "in-review" && viewer.id === approverId && isApprover(viewer.roles, participating),
    reopen: leads && (status === "in-review" || isEnded),
    file: status === "approved" && hasRole(viewer, "case-officer"),
    export: isEnded && mayRead(viewer),
  };
}

/** What a socket may do: write only while the text is being written and the document is active. [D11] */
export function accessTo(viewer: Viewer, standing: Standing, isActive: boolean): DocumentAccess | null {
  const rights = rightsOf(viewer, standing);
  if (!rights.read) return null;
  return rights.write && isActive ? "write" : "read";
}

/** On whose behalf a link may be written at all: one's own centers; a coordinator speaks for any. [L7] */
export function mayLinkAs(viewer: Viewer, centerId: string): boolean {
  return isCoordinator(viewer) || centersOf(viewer).some((id) => id === centerId);
}

/** On whose behalf the viewer links, their own centers first; a coordinator may link for every participating one. */
export function linksAs(viewer: Viewer, participating: readonly CenterId[]): CenterId[] {
  const own = writesFor(viewer, participating);
  return isCoordinator(viewer) ? [...new Set([...own, ...participating])] : own;
}
