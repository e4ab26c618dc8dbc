import type { Link } from "../../app/document-model/document";
import { type Part, partText, type Said } from "../../app/document-model/part";
import type { PartBeside } from "../../app/document-model/part-beside";
import { type CenterId, type ClauseId, isId, type SignOffId, type UserId } from "../../db/ids";
import type { Carried } from "../carry-over/shapes";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { isApprover, maySignOff, type Standing } from "../standing/rules";
import type { SignOffState } from "./shapes";

/** What was last said of a center's part, with the part as it read then. */
export type Decided = { decision: "signed" | "returned"; part: Part };

/** What a sign-off names. [A21] */
export function hashOf(part: Part): string {
  return sha256(partText(part));
}

/**
 * Signed as long as the part reads as it was signed: written back to what it was, it stands again. Returned until it is
 * signed, whatever is written meanwhile. [A23]
 */
export function stateOf(newest: Decided | null, now: Part, carried: Carried): SignOffState {
  if (!newest) return "none";
  if (newest.decision === "returned") return "returned";
  const then = asOfNow(newest.part, carried);
  return partText(then) === partText(asCovered(now, then)) ? "signed" : "lapsed";
}

/** As far as the earlier reading spoke of it: a sign-off from before goals were covered stands as long as its words do. [A31] */
function asCovered(now: Part, then: Part): Part {
  return then.beside ? now : { paragraphs: now.paragraphs };
}

/**
 * An earlier reading with its clauses named as the hearing's version names them now. A hearing that moves on to a version
 * where the clause reads the same has changed nothing in the part; where it reads otherwise, it has. [A26]
 */
export function asOfNow(part: Part, carried: Carried): Part {
  if (carried.lineage.size === 1 && carried.successorOf.size === 0) return part;
  const { paragraphs, beside } = part;
  return {
    paragraphs: paragraphs.map(({ said, ...place }) => ({ ...place, said: saidNow(said, carried) })),
    ...(beside ? { beside: besideNow(beside, carried) } : {}),
  };
}

function besideNow({ goals, initiatives }: PartBeside, carried: Carried): PartBeside {
  return {
    goals: goals.map((one) => ({ ...one, goal: clauseNow(one.goal, carried) })),
    initiatives: initiatives.map((one) => ({ ...one, goal: clauseNow(one.goal, carried) })),
  };
}

function saidNow(said: Said, carried: Carried): Said {
  const links = new Map(said.links.map((link) => linkNow(link, carried)).map((link) => [keyOf(link), link]));
  // In the order in which links are always read. [E3]
  const inOrder = [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
  return { ...said, ...(said.of ? { of: clauseNow(said.of, carried) } : {}), links: inOrder };
}

function linkNow(link: Link, carried: Carried): Link {
  const lineage: ReadonlySet<string> = carried.lineage;
  if (link.kind === "clause") return { ...link, id: clauseNow(link.id, carried) };
  return lineage.has(link.id) ? { ...link, id: carried.versionId } : link;
}

/** Where a clause that reads the same in the hearing's version is named there; any other keeps its name. */
export function clauseNow(id: string, { successorOf }: Carried): string {
  const successor = isId<ClauseId>(id) ? successorOf.get(id) : undefined;
  if (successor?.state !== "carried" || successor.isChanged) return id;
  return successor.to.length === 1 ? (successor.to[0] ?? id) : id;
}

function keyOf({ kind, id, center }: Link): string {
  return `${kind}|${id}|${center}`;
}

/** The newest decision as far as another one depends on it. */
export type Newest = { id: SignOffId; decision: "signed" | "returned"; by: UserId; reason: string | null } | null;
export type Wanted = { after: string } & (
  | { decision: "signed"; sha256: string }
  | { decision: "returned"; reason: string }
);
type Now = { state: SignOffState; sha256: string; isEmpty: boolean };

/**
 * Whether the part is decided on so: "again" when that is what stands already, as when a form is sent twice. Whoever read
 * the page before somebody else decided decides on nothing. [A24] [A25]
 */
export function answerTo(
  wanted: Wanted,
  by: UserId,
  newest: Newest,
  now: Now,
): "decide" | "again" | "decided-since-you-read-it" | "text-changed-since-you-read-it" | "empty-part" {
  if (wanted.decision === "returned") {
    const isSame = newest?.decision === "returned" && newest.by === by && newest.reason === wanted.reason;
    if (isSame) return "again";
    return wanted.after === (newest?.id ?? "") ? "decide" : "decided-since-you-read-it";
  }
  if (now.state === "signed" && wanted.sha256 === now.sha256) return "again";
  if (wanted.after !== (newest?.id ?? "")) return "decided-since-you-read-it";
  if (wanted.sha256 !== now.sha256) return "text-changed-since-you-read-it";
  // Where something was said of it before, that there is nothing any more is the manager's to confirm.
  return now.isEmpty && !newest ? "empty-part" : "decide";
}

/** Why this viewer decides nothing about that center's part now, or null. [A24] */
export function signingProblem(
  viewer: Viewer,
  centerId: CenterId,
  standing: Standing,
): "not-found" | "not-your-part" | "part-not-open" | null {
  if (!standing.participating.includes(centerId)) return "not-found";
  if (!isApprover(viewer.roles, [centerId])) return "not-your-part";
  return maySignOff(viewer, centerId, standing) ? null : "part-not-open";
}
