import type { Link } from "../../app/document-model/document";
import type { CenterId, ClauseId, InitiativeId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import { nameOfGoal } from "../initiatives";
import { type GoalGround, goalAreas } from "./goal-areas";
import { heading, line, paragraph, type SeedBlock } from "./seed-blocks";

export type FollowUpGround = GoalGround & {
  /** Those that go on, as they were added. */
  initiatives: readonly { id: InitiativeId; clauseId: ClauseId; title: string; centerId: CenterId }[];
};

/**
 * Room to begin in; then area by area its heading and what the paper says of it, "Mål: …", and a heading for each initiative
 * with an empty paragraph that its center writes in. A center that was given the goal and answers for none of its
 * initiatives has its paragraph under the goal. [M14]
 */
export function followUpBlocks(ground: FollowUpGround): SeedBlock[] {
  return [
    paragraph(),
    ...goalAreas(ground.clauses).flatMap(({ id, title, goals }) => [
      heading(1, title),
      ...saidOfArea(id, ground.clauses),
      ...goals.flatMap((goal) => goalBlocks(goal, ground)),
    ]),
    paragraph(`På vegne af ${ground.municipality}`),
  ];
}

function goalBlocks(goal: ClauseRow, { initiatives, given }: FollowUpGround): SeedBlock[] {
  const own = initiatives.filter(({ clauseId }) => clauseId === goal.id);
  const responsible = new Set(own.map(({ centerId }) => centerId));
  const others = given.filter(({ clauseId, centerId }) => clauseId === goal.id && !responsible.has(centerId));
  const room = others.map(({ centerId }) => roomFor(goal.id, centerId));
  return [
    { ...heading(2, `Mål: ${nameOfGoal(goal)}`), heads: { goal: goal.id, initiative: null } },
    ...(own.length + room.length === 0 ? [paragraph()] : room),
    ...own.flatMap(({ id, title, centerId }) => [
      { ...heading(3, title), heads: { goal: goal.id, initiative: id } },
      roomFor(goal.id, centerId),
    ]),
  ];
}

function roomFor(clauseId: ClauseId, centerId: CenterId): SeedBlock {
  const link: Link = { kind: "clause", id: clauseId, center: centerId };
  return { ...paragraph(), links: [link] };
}

const NUMBERED = /^\d+[.)]\s+/;

/** The plain text of the paper right under the area, such as its overall goals; its numbered lines are a list. */
function saidOfArea(areaId: ClauseId | null, clauses: readonly ClauseRow[]): SeedBlock[] {
  const own = areaId === null ? [] : clauses.filter(({ parentId, kind }) => parentId === areaId && kind === "text");
  const lines = own.flatMap((one) => [one.heading, ...one.text.split("\n")]).map((words) => words.trim());
  return lines
    .filter(Boolean)
    .map((words) => (NUMBERED.test(words) ? line("ordered", words.replace(NUMBERED, "")) : paragraph(words)));
}
