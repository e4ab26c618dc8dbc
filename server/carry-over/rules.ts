import { isTarget } from "../../app/document-model/proposal";
import type { ClauseId } from "../../db/ids";
import { type Twins, twinsOf } from "./identical";
import { stayed } from "./place";
import { type Candidate, type Ranking, rank } from "./rank";
import type { AlignedRow, Alignment, Change, ChangeKind, Clause, Suggestion } from "./shapes";
import { type Node, toNodes } from "./tree";

/** Below this nothing is proposed: the clause is gone, or new. Between papers that share a topic, pairs of strangers reach 0.34. */
const GONE = 0.35;
/** What another clause leads to already needs more. */
const SHARED = 0.4;

type Links = { toNew: Map<Node, Node[]>; toOld: Map<Node, Node[]> };

/**
 * What became of every clause of the old version. Decided is only what is the same without a doubt [C10]; the rest is
 * proposed, with up to three suggestions, for a person to decide [C11]. Seen from the other side it is the same: dropped
 * becomes new, split becomes merged. [C12]
 */
export function align(before: readonly Clause[], after: readonly Clause[]): Alignment {
  const [olds, news] = [toNodes(before), toNodes(after)];
  const twins = new Map(twinsOf(olds, news).map((twin) => [twin.old, twin]));
  const certain = new Map(
    [...twins.values()].filter(({ doubt }) => doubt === null).map((twin) => [twin.old, twin.new]),
  );
  const taken = new Set(certain.values());
  const freeNews = news.filter((one) => !taken.has(one));
  const ranking = rank(
    olds.filter((old) => !certain.has(old)),
    freeNews,
    twins,
  );
  const links = linksOf(ranking);
  const inPlace = stayed([...twins.values()], (old, other) => {
    return certain.get(old) === other || (links.toNew.get(old) ?? []).includes(other);
  });
  const rows = olds.map((old) => rowOf(old, { certain, ranking, links, twins, inPlace }));
  const added = freeNews.filter((one) => !links.toOld.has(one)).map(({ id }) => id);
  return { rows, added };
}

/** What became of a clause of either version, for a page that filters by it. */
export function changeKindOf({ rows, added }: Alignment): (id: ClauseId) => ChangeKind | undefined {
  const kinds = new Map<ClauseId, ChangeKind>(added.map((id) => [id, "new"]));
  for (const row of rows) {
    kinds.set(row.from, row.change);
    // A clause that several lead to is merged, whatever else became of those.
    for (const id of row.to) kinds.set(id, kinds.has(id) ? "merged" : row.change);
  }
  return (id) => kinds.get(id);
}

/** Which clauses are proposed to be each other's, from both sides' best: so the order of the two versions makes no difference. */
function linksOf({ forOld, forNew }: Ranking): Links {
  const links: Links = { toNew: new Map(), toOld: new Map() };
  const add = (candidate: Candidate | undefined, isBestOfBoth: boolean) => {
    if (!candidate || !isSuccessor(candidate, isBestOfBoth)) return;
    const [news, olds] = [links.toNew.get(candidate.old) ?? [], links.toOld.get(candidate.new) ?? []];
    if (news.includes(candidate.new)) return;
    links.toNew.set(candidate.old, [...news, candidate.new]);
    links.toOld.set(candidate.new, [...olds, candidate.old]);
  };
  for (const [old, [best]] of forOld) add(best, best !== undefined && forNew.get(best.new)?.old === old);
  for (const candidate of forNew.values()) add(candidate, false);
  return links;
}

function isSuccessor({ blend, because }: Candidate, isBestOfBoth: boolean): boolean {
  const isPart = because === "containedIn" || because === "contains";
  return isPart || because === "below" || blend >= (isBestOfBoth ? GONE : SHARED);
}

type Aligned = {
  certain: ReadonlyMap<Node, Node>;
  ranking: Ranking;
  links: Links;
  twins: ReadonlyMap<Node, Twins>;
  inPlace: ReadonlySet<Node>;
};

function rowOf(old: Node, aligned: Aligned): AlignedRow {
  const { certain, ranking, links, twins, inPlace } = aligned;
  const row = { from: old.id, isContext: !isTarget(old) };
  const same = certain.get(old);
  const stay = inPlace.has(old) ? "unchanged" : "moved";
  if (same) return { ...row, isCertain: true, change: stay, to: [same.id] };
  const news = (links.toNew.get(old) ?? []).toSorted((one, another) => one.at - another.at);
  const twin = twins.get(old);
  const proposed = changeOf(news, links);
  const change = proposed === "reworded" && twin?.new === news[0] ? stay : proposed;
  const doubt = twin && news.includes(twin.new) ? twin.doubt : null;
  const suggestions = (ranking.forOld.get(old) ?? []).map(suggestionOf);
  return { ...row, isCertain: false, change, to: news.map(({ id }) => id), doubt, suggestions };
}

function changeOf(news: readonly Node[], { toOld }: Links): Change {
  const [first, ...others] = news;
  if (!first) return "dropped";
  if (others.length > 0) return "split";
  return (toOld.get(first)?.length ?? 0) > 1 ? "merged" : "reworded";
}

function suggestionOf({ new: { id }, score, because, measures }: Candidate): Suggestion {
  return { to: id, score, because, measures };
}
