import type { Link, ResponseDocument } from "../../app/document-model/document";
import { GOAL_STATUSES } from "../../app/document-model/goals";
import { type CenterId, type ClauseId, isId, type SourceVersionId } from "../../db/ids";
import { assignedNow, type CarriedOn, carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { type HandedOver, handedOn } from "./handed-over";
import { quotedNow } from "./quoted";
import type { CoverageGround, LinkedParagraph } from "./rules";
import type { Answer, GoalNow } from "./shapes";

/** What was said and given in a hearing, and of what it is coverage, when its source has versions before. Pure. */
type Place = { clauseId: ClauseId; centerId: CenterId };

/** Rows as they were written, of whatever version's clauses. */
export type Written = {
  assigned: readonly (Place & { deadline: string })[];
  answers: readonly (Place & { answer: Answer })[];
  goals: readonly (Place & GoalNow)[];
  isAssessment: boolean;
  linked: readonly LinkedParagraph[];
  looks: readonly Place[];
  missed: readonly (Place & { deadline: string })[];
  handedOver?: readonly HandedOver[];
};

/** For a version in which nothing stands that was written of an earlier one. */
export function asWritten(versionId: SourceVersionId): Carried {
  return { versionId, successorOf: new Map(), versionOf: new Map(), lineage: new Set([versionId]) };
}

/** The same of the version the hearing is on. [C14] [C17] */
export function groundNow(given: Written, carried: Carried): CoverageGround {
  const written = handedOn(given, carried);
  // The usual case, and thousands of rows of it: nothing here has become anything else.
  if (carried.successorOf.size === 0) return { ...written, again: [] };
  const answers = carriedOn(written.answers, carried);
  const goals = carriedOn(written.goals, carried);
  const linked = carriedOn(written.linked, carried);
  return {
    isAssessment: written.isAssessment,
    assigned: assignedNow(written.assigned, carried),
    answers: answersNow(answers),
    goals: goalsNow(goals),
    linked,
    missed: carriedOn(written.missed, carried),
    again: lookedAtBefore([...answers, ...goals, ...linked], carriedOn(written.looks, carried)),
  };
}

/** Of several that have become one, the latest said; of those said of one version, what leaves the most to do. */
const LEAST_DONE: readonly Answer[] = ["in-work", "no-remarks", "not-relevant"];

function answersNow(answers: readonly CarriedOn<Place & { answer: Answer }>[]): (Place & { answer: Answer })[] {
  return latestOf(answers, ({ answer }) => LEAST_DONE.indexOf(answer));
}

/** The same of goals: one that came of two is as far as the one that is least far. */
export function goalsNow<Row extends Place & GoalNow>(goals: readonly CarriedOn<Row>[]): CarriedOn<Row>[] {
  return latestOf(goals, ({ status }) => GOAL_STATUSES.indexOf(status));
}

function latestOf<Row extends Place>(said: readonly CarriedOn<Row>[], doneBy: (row: CarriedOn<Row>) => number) {
  const found = new Map<string, CarriedOn<Row>>();
  for (const row of said) {
    const known = found.get(keyOf(row));
    const isSooner = known && doneBy(row) < doneBy(known);
    if (!known || row.step > known.step || (row.step === known.step && isSooner)) found.set(keyOf(row), row);
  }
  return [...found.values()];
}

/**
 * Where a center has said something of an earlier wording and nothing since: neither answered, nor linked, nor looked
 * again at the wording that stands. What was said of a later version that still reads so counts as since. [C17]
 */
function lookedAtBefore(said: readonly CarriedOn<Place>[], looks: readonly CarriedOn<Place>[]): Place[] {
  const lastAsItReads = new Map<string, number>();
  for (const one of [...said, ...looks]) {
    const key = keyOf(one);
    if (!one.isChanged) lastAsItReads.set(key, Math.max(one.step, lastAsItReads.get(key) ?? -1));
  }
  return said.filter((one) => one.isChanged && one.step >= (lastAsItReads.get(keyOf(one)) ?? -1));
}

function keyOf({ clauseId, centerId }: Place): string {
  return `${clauseId}|${centerId}`;
}

/** Clauses in use here that wait for somebody to say what became of them, each once. [C15] */
export function undecidedIn(
  written: Omit<Written, "looks" | "missed" | "isAssessment">,
  carried: Carried,
): Map<ClauseId, SourceVersionId> {
  const found = new Map<ClauseId, SourceVersionId>();
  for (const { clauseId } of [...written.assigned, ...written.answers, ...written.goals, ...written.linked]) {
    const successor = carried.successorOf.get(clauseId);
    if (successor?.state === "undecided") found.set(clauseId, successor.at);
  }
  return found;
}

/** What is linked to clauses that are gone, by clause and center. */
export function droppedIn(linked: readonly LinkedParagraph[], carried: Carried): (Place & { blockIds: string[] })[] {
  const found = new Map<string, Place & { blockIds: string[] }>();
  for (const { clauseId, centerId, blockId } of linked) {
    if (carried.successorOf.get(clauseId)?.state !== "dropped") continue;
    const key = keyOf({ clauseId, centerId });
    const known = found.get(key) ?? { clauseId, centerId, blockIds: [] };
    found.set(key, { ...known, blockIds: [...known.blockIds, blockId] });
  }
  return [...found.values()];
}

/**
 * The text with its links and quotes as they lead now: what is approved is not changed by what is decided afterwards. A
 * link to what is gone stays as it is. Of two that become one, the later one's stance counts. [A7]
 */
export function linkedNow(text: ResponseDocument, carried: Carried): ResponseDocument {
  if (carried.lineage.size === 1 && carried.successorOf.size === 0) return text;
  const entries = Object.entries(text.links).map(([block, links]) => [block, linksNow(links, carried)]);
  return { ...text, blocks: quotedNow(text.blocks, carried), links: Object.fromEntries(entries) };
}

function linksNow(links: readonly Link[], carried: Carried): Link[] {
  const found = new Map<string, { link: Link; step: number }>();
  for (const one of links.flatMap((link) => linkNow(link, carried))) {
    const key = `${one.link.kind}|${one.link.id}|${one.link.center}`;
    const known = found.get(key);
    if (!known || isLouder(one, known)) found.set(key, one);
  }
  // In the order in which links are always read. [E3]
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { link }]) => link);
}

type LinkNow = { link: Link; step: number };

function isLouder(one: LinkNow, known: LinkNow): boolean {
  return one.link.stance !== undefined && (known.link.stance === undefined || one.step > known.step);
}

function linkNow(link: Link, carried: Carried): LinkNow[] {
  const { lineage, versionId } = carried;
  if (link.kind === "source") {
    const versions: readonly string[] = [...lineage];
    const step = versions.indexOf(link.id);
    return [step < 0 ? { link, step } : { link: { ...link, id: versionId }, step }];
  }
  if (!isId<ClauseId>(link.id)) return [{ link, step: -1 }];
  const now = carriedOn([{ clauseId: link.id }], carried);
  if (now.length === 0) return [{ link, step: -1 }];
  return now.map(({ clauseId, step }) => ({ link: { ...link, id: clauseId }, step }));
}
