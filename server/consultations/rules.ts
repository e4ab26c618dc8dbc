import type { ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { ConsultationKind } from "./shapes";

const PREFIX: Record<ConsultationKind, string> = { hearing: "HS", assessment: "VU", "follow-up": "OP" };

/** The number after the highest one in use: HS-2026-0007. Numbers of other kinds and years do not count. [H1] */
export function nextUserKey(kind: ConsultationKind, year: string, inUse: readonly string[]): string {
  const start = `${PREFIX[kind]}-${year}-`;
  const numbers = inUse.filter((key) => key.startsWith(start)).map((key) => Number(key.slice(start.length)));
  return `${start}${String(Math.max(0, ...numbers) + 1).padStart(4, "0")}`;
}

/** Code of what is wrong with an internal deadline, or null. It lies before the external one, or on its day. [H4] */
export function internalDeadlineProblem(day: string, today: string, external: string): string | null {
  if (day < today) return "deadline-passed";
  return day > external ? "after-external-deadline" : null;
}

/**
 * What giving these nodes to a center gives it: a section stands for what can be commented on below it, or for itself
 * when there is nothing below; plain text stands for nothing. In reading order, each once. [H5]
 */
export function expand(given: readonly ClauseId[], clauses: readonly ClauseRow[]): ClauseId[] {
  const children = childrenOf(clauses);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const wanted = new Set(given.flatMap((id) => below(byId.get(id), children)));
  return clauses.filter((clause) => wanted.has(clause.id)).map((clause) => clause.id);
}

type Children = ReadonlyMap<ClauseId | null, ClauseRow[]>;

function childrenOf(clauses: readonly ClauseRow[]): Children {
  const children = new Map<ClauseId | null, ClauseRow[]>();
  for (const clause of clauses) {
    const siblings = children.get(clause.parentId);
    if (siblings) siblings.push(clause);
    else children.set(clause.parentId, [clause]);
  }
  return children;
}

function below(node: ClauseRow | undefined, children: Children): ClauseId[] {
  if (!node || node.kind === "text") return [];
  if (node.kind !== "section") return [node.id];
  const found = (children.get(node.id) ?? []).flatMap((child) => everythingBelow(child, children));
  return found.length > 0 ? found : [node.id];
}

/** As `below`, but a clause inside the section brings its own sub-clauses along. */
function everythingBelow(node: ClauseRow, children: Children): ClauseId[] {
  if (node.kind === "section") return below(node, children);
  const inside = (children.get(node.id) ?? []).flatMap((child) => everythingBelow(child, children));
  return node.kind === "text" ? inside : [node.id, ...inside];
}
