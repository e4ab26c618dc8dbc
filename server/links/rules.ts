import { setIfUndefined } from "lib0/map";
import { allBlocks, type ResponseDocument, textOf } from "../../app/document-model/document";
import { type CenterId, type ClauseId, isId } from "../../db/ids";
import type { Deadline } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";
import { isCoordinator, type Standing, writesFor } from "../standing/rules";
import type { Answer, CoverageState, GoalNow } from "./shapes";

type Place = { clauseId: ClauseId; centerId: CenterId };

/** A paragraph that a center has linked to a clause. */
export type LinkedParagraph = Place & { blockId: string; isEmpty: boolean };

/** What coverage is computed from, of one version's clauses; `linked` in document order. */
export type CoverageGround = {
  assigned: readonly (Place & { deadline: string })[];
  answers: readonly (Place & { answer: Answer })[];
  /** How far centers say they are with goals. [M3] */
  goals: readonly (Place & GoalNow)[];
  linked: readonly LinkedParagraph[];
  /** The paragraphs of an assessment are laid out before anybody has looked at them: an empty one says nothing. [M3] */
  isAssessment: boolean;
  /** What centers have to look at again. [C17] */
  again: readonly Place[];
  /** What they still owed on the morning after a deadline. [H16] */
  missed: readonly (Place & { deadline: string })[];
};

export type Cell = Place & {
  state: CoverageState;
  goal: GoalNow | null;
  /** The internal deadline; null when the clause was not given to the center. */
  deadline: string | null;
  isLate: boolean;
  /** Answered, and only after the deadline that counts. [H16] */
  cameLate: boolean;
  blockIds: string[];
};

type Gathered = Place & {
  deadline: string | null;
  answer: Answer | null;
  goal: GoalNow | null;
  paragraphs: LinkedParagraph[];
  isAgain: boolean;
  /** The latest deadline that was missed. */
  missed: string | null;
};

/** Clause × center, only where something is known. One pass over the rows: 400 × 12 is nothing to it. [C1] */
export function cellsOf(ground: CoverageGround, today: string): Cell[] {
  const gathered: Gathered[] = [];
  const rows = new Map<ClauseId, Map<CenterId, Gathered>>();
  const at = ({ clauseId, centerId }: Place): Gathered => {
    const row = setIfUndefined(rows, clauseId, () => new Map<CenterId, Gathered>());
    return setIfUndefined(row, centerId, () => {
      const fresh = nothingAt(clauseId, centerId);
      gathered.push(fresh);
      return fresh;
    });
  };
  for (const given of ground.assigned) at(given).deadline = given.deadline;
  for (const said of ground.answers) at(said).answer = said.answer;
  for (const { clauseId, centerId, ...goal } of ground.goals) at({ clauseId, centerId }).goal = goal;
  for (const paragraph of ground.linked) at(paragraph).paragraphs.push(paragraph);
  for (const place of ground.again) at(place).isAgain = true;
  for (const { deadline, ...place } of ground.missed) noteMissed(at(place), deadline);
  return gathered.map((cell) => cellOf(cell, ground.isAssessment, today));
}

function nothingAt(clauseId: ClauseId, centerId: CenterId): Gathered {
  return { clauseId, centerId, deadline: null, answer: null, goal: null, paragraphs: [], isAgain: false, missed: null };
}

function cellOf(gathered: Gathered, isAssessment: boolean, today: string): Cell {
  const { clauseId, centerId, deadline, answer, goal, paragraphs, isAgain, missed } = gathered;
  const written = isAssessment ? paragraphs.filter(({ isEmpty }) => !isEmpty) : paragraphs;
  const state = isAgain ? "look-again" : stateOf(written, answer, goal);
  const isLate = deadline !== null && today > deadline && isOpen(state);
  // One that was moved to a later day since is not missed. [H16]
  const cameLate = deadline !== null && missed !== null && deadline <= missed && !isOpen(state);
  const blockIds = paragraphs.length === 0 ? [] : [...new Set(paragraphs.map((paragraph) => paragraph.blockId))];
  return { clauseId, centerId, state, goal, deadline, isLate, cameLate, blockIds };
}

function noteMissed(gathered: Gathered, deadline: string): void {
  if (gathered.missed === null || gathered.missed < deadline) gathered.missed = deadline;
}

/**
 * Text speaks for itself, and louder than "no remarks"; only "in work" holds it back. [C2]
 * How far one is with a goal is an answer, "ikke aktuelt i gang" too. [M3]
 */
export function stateOf(
  paragraphs: readonly { isEmpty: boolean }[],
  answer: Answer | null,
  goal: Pick<GoalNow, "status"> | null = null,
): CoverageState {
  const isSaid = goal !== null && answer !== "in-work";
  if (paragraphs.length === 0 && isSaid) return goal.status === "not-relevant" ? "not-relevant" : "answered";
  if (paragraphs.length === 0) return answer ?? "not-looked-at";
  const hasText = paragraphs.some((paragraph) => !paragraph.isEmpty);
  return hasText && answer !== "in-work" ? "answered" : "in-work";
}

/** Whether the center still owes something. [C3] */
export function isOpen(state: CoverageState): boolean {
  return state === "not-looked-at" || state === "look-again" || state === "in-work";
}

/** A hole: given to a center that has not looked at it, or not again. An empty cell that was never given is none. [C4] */
export function isHole(cell: Cell): boolean {
  return cell.deadline !== null && (cell.state === "not-looked-at" || cell.state === "look-again");
}

const PRESSING_DAYS = 3;

/** Whether it is time to ask the center: what it owes is due within three days, today, or already. [C6] */
export function isPressing(state: CoverageState, deadline: Deadline | null): boolean {
  return deadline !== null && isOpen(state) && deadline.daysLeft <= PRESSING_DAYS;
}

/** How many of the assigned cells stand in each state. */
export function countsOf(cells: readonly Cell[]): Record<CoverageState, number> {
  const counts = {
    "not-looked-at": 0,
    "look-again": 0,
    "in-work": 0,
    answered: 0,
    "no-remarks": 0,
    "not-relevant": 0,
  };
  for (const cell of cells) if (cell.deadline !== null) counts[cell.state] += 1;
  return counts;
}

/** The linked paragraphs of a frozen text: what is sent for approval is judged by its own bytes, not by a projection. [A4] */
export function linkedIn(document: ResponseDocument): LinkedParagraph[] {
  return [...allBlocks(document)].flatMap((block) => {
    const isEmpty = textOf(block).trim() === "";
    return (document.links[block.id] ?? []).flatMap(({ kind, id, center }) =>
      kind === "clause" && isId<ClauseId>(id) && isId<CenterId>(center)
        ? [{ blockId: block.id, clauseId: id, centerId: center, isEmpty }]
        : [],
    );
  });
}

/** A center answers for itself while the text is open; a coordinator for any participating one. [C5] */
export function mayAnswer(viewer: Viewer, centerId: CenterId, standing: Standing): boolean {
  const { status, participating } = standing;
  if (status !== "not-started" && status !== "writing") return false;
  if (isCoordinator(viewer)) return participating.includes(centerId);
  return writesFor(viewer, standing).includes(centerId);
}
