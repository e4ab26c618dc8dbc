import { allBlocks, type Block, type ResponseDocument, textOf } from "../../app/document-model/document";
import type { CenterId, UserId } from "../../db/ids";
import { danishDay } from "../clock";
import type { Role, Viewer } from "../identity/viewer";
import { isApprover, type RoundMarks, roundState, type StepMarks, turnIn } from "../standing/rules";

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
export type RoundUnderDecision = RoundMarks & {
  steps: readonly StepMarks[];
  isNewest: boolean;
  /** Who may decide it now; nobody unless it waits. */
  deciders: readonly UserId[];
};

type DecisionAnswer = "decide" | "again" | "not-your-review" | "not-your-turn" | "approved-tacitly" | "already-decided";

/** Whether the viewer may decide the round: "again" when the same person has already decided it in the same way. [A6] [A10] */
export function decisionOn(
  { steps, isNewest, deciders, ...round }: RoundUnderDecision,
  viewer: Viewer,
  wanted: "approved" | "returned",
  participating: readonly CenterId[],
): DecisionAnswer {
  const isTheirs = (step: StepMarks) => [step.approverId, step.substituteId, step.decidedBy].includes(viewer.id);
  const own = steps.filter(isTheirs);
  const mayDecide = isNewest && deciders.includes(viewer.id);
  if (!isApprover(viewer.roles, participating) || (!mayDecide && own.length === 0)) return "not-your-review";
  const state = roundState(round);
  if (mayDecide && state === "waiting") return "decide";
  if (!isNewest || state === "reopened") return "already-decided";
  if (own.some(({ decision, decidedBy }) => decidedBy === viewer.id && decision === wanted)) return "again";
  if (own.some(({ decision, approverId }) => approverId === viewer.id && decision === "tacit"))
    return "approved-tacitly";
  return own.some(({ decision }) => decision === null) && state === "waiting" ? "not-your-turn" : "already-decided";
}

type Turns = { sentAt: Date };
type Turn = { decision: StepMarks["decision"]; decidedAt: Date | null; isTacit: boolean; dueDay: string | null };

/** When the step whose turn it is got its turn: when the round was sent, or the step before it decided. */
export function turnBegan({ sentAt }: Turns, steps: readonly Pick<Turn, "decision" | "decidedAt">[]): Date {
  return steps.reduce((latest, { decidedAt }) => (decidedAt && decidedAt > latest ? decidedAt : latest), sentAt);
}

/**
 * Whether the step whose turn it is has approved tacitly: its day has ended, and it was asked before that. Who gets their
 * turn when their day is over has never been asked in time, and is waited for. [A11]
 */
export function lapses(round: Turns, steps: readonly Turn[], today: string): boolean {
  const turn = turnIn(steps);
  if (!turn?.isTacit || !turn.dueDay || turn.dueDay >= today) return false;
  return danishDay(turnBegan(round, steps)) <= turn.dueDay;
}
