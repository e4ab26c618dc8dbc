import type { EarlierClause } from "../../../server/responses/shapes";
import type { Link, Target } from "../../document-model/document";
import { isSameTarget } from "./label";
import { type Known, type Reach, reachOf, type Standing } from "./reach";

/** One thing that a paragraph comments on, however many links lead to it. */
export type Mention = {
  target: Target;
  /** On whose behalf. */
  centers: string[];
  standing: Standing;
  /** The clauses of earlier versions through which it is meant. */
  was: EarlierClause[];
};

/** What a paragraph comments on, each once. What a center has linked itself is no longer changed for it. [C17] */
export function mentionsOf(links: readonly Link[], known: Known): Mention[] {
  const found: Gathered[] = [];
  for (const link of links) {
    const reach = reachOf(link, known);
    for (const target of reach.targets) {
      let mention = found.find((one) => isSameTarget(one.target, target));
      if (!mention) {
        mention = { target, centers: [], standing: reach.standing, was: [], own: new Set(), changed: new Set() };
        found.push(mention);
      }
      gather(mention, link.center, reach);
    }
  }
  return found.map(settled);
}

/** For which centers it is linked itself, and for which by a link whose wording has changed. */
type Gathered = Mention & { own: Set<string>; changed: Set<string> };

function gather({ centers, was, own, changed }: Gathered, center: string, reach: Reach): void {
  if (!centers.includes(center)) centers.push(center);
  if (!reach.was) own.add(center);
  else if (!was.includes(reach.was)) was.push(reach.was);
  if (reach.standing === "changed") changed.add(center);
}

function settled({ own, changed, ...mention }: Gathered): Mention {
  if (mention.standing !== "changed" && mention.standing !== "current") return mention;
  const isChanged = [...changed].some((center) => !own.has(center));
  return { ...mention, standing: isChanged ? "changed" : "current" };
}

/** The links through which a target is meant: its own, and those of the clauses that it has come from. */
export function linksTo(target: Target, links: readonly Link[], known: Known, center?: string): Link[] {
  return links.filter(
    (link) =>
      (!center || link.center === center) && reachOf(link, known).targets.some((one) => isSameTarget(one, target)),
  );
}

/** What else a paragraph no longer comments on when a target is taken off it: the other parts of a clause that was split. */
export function alsoGone(target: Target, links: readonly Link[], known: Known, center?: string): Target[] {
  const gone = new Set(linksTo(target, links, known, center));
  const before = mentionsOf([...gone], known).map((mention) => mention.target);
  const kept = mentionsOf(
    links.filter((link) => !gone.has(link)),
    known,
  );
  const isKept = (one: Target) => kept.some((mention) => isSameTarget(mention.target, one));
  return before.filter((one) => !isSameTarget(one, target) && !isKept(one));
}

/** In how many paragraphs each target is meant. */
export function countMentions(
  byBlock: ReadonlyMap<string, readonly Link[]>,
  present: readonly string[],
  known: Known,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const blockId of present) {
    const ids = new Set(
      (byBlock.get(blockId) ?? []).flatMap((link) => reachOf(link, known).targets.map(({ id }) => id)),
    );
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The earlier clauses that paragraphs still comment on and that lead to nothing in this version, as the source had them. */
export function leftBehind(counts: ReadonlyMap<string, number>, { earlier }: Known): EarlierClause[] {
  return [...earlier.values()].filter(({ id, successor }) => counts.has(id) && successor.state !== "carried");
}

/** Its words are others now, or it was split or merged. */
export function isReworded({ successor }: EarlierClause): boolean {
  return successor.state === "carried" && successor.isChanged;
}

/** For each clause of this version, what it reads otherwise than. */
export function rewordedInto(earlier: Iterable<EarlierClause>): Map<string, EarlierClause[]> {
  const found = new Map<string, EarlierClause[]>();
  for (const clause of earlier) {
    if (clause.successor.state !== "carried" || !isReworded(clause)) continue;
    for (const to of clause.successor.to) found.set(to, [...(found.get(to) ?? []), clause]);
  }
  return found;
}
