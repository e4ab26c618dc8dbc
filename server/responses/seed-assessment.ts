import type { Link } from "../../app/document-model/document";
import { fingerprint, quoteContent, wordsOfClause } from "../../app/document-model/quotes";
import type { CenterId, ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import { type GoalArea, type GoalGround, goalAreas, titleOf } from "./goal-areas";
import { heading, line, paragraph, type SeedBlock } from "./seed-blocks";

/** Under which the centers answer: all the goals of an area together, or each goal by itself. */
export const ANSWERED_PER = ["area", "goal"] as const;
export type AnsweredPer = (typeof ANSWERED_PER)[number];

export type AssessmentGround = GoalGround & { answeredPer: AnsweredPer };

/**
 * Area by area: its heading, the goals quoted, the question, and room for each center's answer; the areas to develop last.
 * Where several municipalities were given something, each is asked by its own name, and answers there. [H6] [J22]
 */
export function assessmentBlocks(ground: AssessmentGround): SeedBlock[] {
  const areas = ground.clauses.filter(({ kind }) => kind === "area");
  return [
    ...goalAreas(ground.clauses).flatMap((area) => goalAreaBlocks(area, ground)),
    ...(areas.length > 0 ? developmentBlocks(areas, ground) : []),
    paragraph(`På vegne af ${ground.municipality}`),
  ];
}

function goalAreaBlocks({ title, goals }: GoalArea, ground: AssessmentGround): SeedBlock[] {
  const asked = askedOf(goals, ground);
  const question = (municipality: string) =>
    heading(3, `Hvordan arbejder ${municipality} aktuelt med ${topicOf(title)}:`);
  if (ground.answeredPer === "area")
    return [
      heading(2, title),
      ...goals.map(quoteOf),
      ...asked.flatMap(({ municipality, given }) => [question(municipality), ...answersTo(goals, given)]),
    ];
  return [
    heading(2, title),
    ...asked.flatMap(({ municipality, given, of }) => [
      question(municipality),
      ...of.flatMap((goal) => [quoteOf(goal), ...answersTo([goal], given)]),
    ]),
  ];
}

function developmentBlocks(areas: readonly ClauseRow[], ground: AssessmentGround): SeedBlock[] {
  const which = areas.length === 1 ? "udviklingsområdet" : `de ${areas.length} udviklingsområder`;
  return [
    heading(2, "Udviklingsområder"),
    ...areas.map((area) => line("bullet", titleOf(area))),
    ...askedOf(areas, ground).flatMap(({ municipality, given }) => [
      heading(3, `Hvordan arbejder ${municipality} aktuelt med ${which}:`),
      ...answersTo(areas, given),
    ]),
  ];
}

type Given = GoalGround["given"];

/**
 * Who is asked about these: the host, unless guests alone were given any; then each guest that was, about what it was given.
 * What was given to nobody is the host's to answer. [J22]
 */
function askedOf(clauses: readonly ClauseRow[], { municipality, given }: AssessmentGround) {
  const here = given.filter(({ clauseId }) => clauses.some(({ id }) => id === clauseId));
  const guests = [...new Set(here.flatMap(({ guest }) => guest ?? []))].map((guest) => {
    const own = here.filter((one) => one.guest === guest);
    return { municipality: guest, given: own, of: clauses.filter(({ id }) => own.some((one) => one.clauseId === id)) };
  });
  const own = here.filter(({ guest }) => !guest);
  const of = clauses.filter(
    ({ id }) => !guests.some((guest) => guest.of.some((one) => one.id === id)) || isIn(own, id),
  );
  return of.length > 0 ? [{ municipality, given: own, of }, ...guests] : guests;
}

function isIn(given: Given, id: ClauseId): boolean {
  return given.some(({ clauseId }) => clauseId === id);
}

/** Kept in step with its goal: it says which one it quotes, and which wording it was made of. [E13] */
function quoteOf(goal: ClauseRow): SeedBlock {
  const words = wordsOfClause(goal) || titleOf(goal);
  return { ...line("quote", ""), content: quoteContent(words), of: goal.id, seen: fingerprint(words) };
}

/** A paragraph for each center, linked to what it was given of these; one that is nobody's as long as nobody was. */
function answersTo(clauses: readonly ClauseRow[], given: Given): SeedBlock[] {
  const ids = new Set(clauses.map(({ id }) => id));
  const byCenter = new Map<CenterId, Link[]>();
  for (const { clauseId, centerId } of given) {
    if (!ids.has(clauseId)) continue;
    byCenter.set(centerId, [...(byCenter.get(centerId) ?? []), { kind: "clause", id: clauseId, center: centerId }]);
  }
  if (byCenter.size === 0) return [paragraph()];
  return [...byCenter.values()].map((links) => ({ ...paragraph(), links }));
}

/** "KKR-mål for unges sundhed" asks about "unges sundhed"; an abbreviation keeps its capitals. */
function topicOf(title: string): string {
  const topic = title.replace(/^(?:kkr-)?mål\s*(?:for|om|:)\s*/i, "").replace(/[:.?\s]+$/, "");
  return /^\p{Lu}\p{Ll}/u.test(topic) ? topic.charAt(0).toLowerCase() + topic.slice(1) : topic;
}
