import { allBlocks, type Block, type ResponseDocument, textOf } from "../../app/document-model/document";
import type { CenterId, UserId } from "../../db/ids";
import type { Role, Viewer } from "../identity/viewer";
import { isApprover, type RoundMarks, roundState } from "../standing/rules";

/** A person who might be asked to approve. */
export type Candidate = {
  id: UserId;
  isActive: boolean;
  roles: readonly { role: Role; center: { id: CenterId } | null }[];
};

/** Code of why this person cannot approve this text, or null. Nobody approves alone what they alone wrote. [A5] */
export function approverProblem(
  candidate: Candidate | undefined,
  ground: { senderId: UserId; authors: readonly UserId[]; participating: readonly CenterId[] },
): "not-an-approver" | "approver-is-sender" | "approver-is-author" | null {
  if (!candidate?.isActive || !isApprover(candidate.roles, ground.participating)) return "not-an-approver";
  if (candidate.id === ground.senderId) return "approver-is-sender";
  const isOnlyAuthor = ground.authors.length === 1 && ground.authors[0] === candidate.id;
  return isOnlyAuthor ? "approver-is-author" : null;
}

/** Nothing to approve: nobody has written since the seed, or no block but headings holds a word. */
export function isEmptyText(document: ResponseDocument, authors: readonly UserId[]): boolean {
  return authors.length === 0 || ![...allBlocks(document)].some(hasWords);
}

function hasWords(block: Block): boolean {
  return block.kind !== "heading" && textOf(block).trim() !== "";
}

/** A round as far as its decision depends on it. */
export type RoundUnderDecision = RoundMarks & { approverId: UserId; decidedBy: UserId | null; isNewest: boolean };

/** Whether the viewer may decide the round: "again" when the same person has already decided it in the same way. [A6] */
export function decisionOn(
  round: RoundUnderDecision,
  viewer: Viewer,
  wanted: "approved" | "returned",
  participating: readonly CenterId[],
): "decide" | "again" | "not-your-review" | "already-decided" {
  if (round.approverId !== viewer.id || !isApprover(viewer.roles, participating)) return "not-your-review";
  const state = roundState(round);
  if (state === "waiting" && round.isNewest) return "decide";
  return state === wanted && round.isNewest && round.decidedBy === viewer.id ? "again" : "already-decided";
}
