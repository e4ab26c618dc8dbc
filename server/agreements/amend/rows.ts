import { applyCorrection } from "../../../app/document-model/correction/apply";
import type { Correction, CorrectionRefusal } from "../../../app/document-model/correction/shapes";
import { warningsOf } from "../../../app/document-model/correction/warnings";
import { isTarget, nested, type Proposal } from "../../../app/document-model/proposal";
import { type Draft, draftsOf, hasTarget } from "../clause-rows";

/** The rows of an accepted version before and after a correction. Pure. [S18] */

/** A clause's row. One that is joined to another is shown nowhere and means that one. */
export type StoredClause = Draft & { joinedIntoId: string | null };
type Patch = { id: string } & Partial<StoredClause>;

/** What takes a correction back: the values that were, and the clauses that were none, each with what it was split from. */
export type Before = { changed: Patch[]; made: { id: string; from: string }[] };

export type Amended = {
  rows: StoredClause[];
  made: Before["made"];
  /** Left out by hand: their words are gone, so nothing that was said of them may be. */
  leftOut: ReadonlySet<string>;
};

/** The tree that the living rows stand for. */
export function treeOf(rows: readonly StoredClause[]): Proposal {
  const living = rows.filter(isLiving).toSorted((a, b) => a.position - b.position);
  const flat = living.map(({ position: _, joinedIntoId: __, ...node }) => ({ ...node, warnings: warningsOf(node) }));
  return { nodes: nested(flat), warnings: [] };
}

export function isLiving({ joinedIntoId }: { joinedIntoId: string | null }): boolean {
  return joinedIntoId === null;
}

/** The rows after a correction. None of them ever goes: what is joined or left out stays, hidden, and means a living one. */
export function amendedRows(
  rows: readonly StoredClause[],
  correction: Correction,
  newId: () => string,
): Amended | { refused: CorrectionRefusal | "nothing-to-comment-on" } {
  const corrected = applyCorrection(treeOf(rows), correction, newId);
  if ("refused" in corrected) return corrected;
  const drafts = draftsOf(corrected.proposal);
  if (!hasTarget(drafts)) return { refused: "nothing-to-comment-on" };
  const kept = new Set(drafts.map(({ id }) => id));
  const into = new Map(corrected.joined.map((join) => [join.id, join.into]));
  const gone = rows.filter((row) => isLiving(row) && !kept.has(row.id) && !into.has(row.id)).map(({ id }) => id);
  for (const id of gone) into.set(id, nearest(rows, id, kept));
  return {
    rows: [...drafts.map((draft) => ({ ...draft, joinedIntoId: null })), ...hidden(rows, kept, into)],
    made: corrected.made.map((id) => ({ id, from: correction.nodeId })),
    leftOut: new Set(gone),
  };
}

/** A link that is typed in this very second to what is left out means what stood above it, or else below. */
function nearest(rows: readonly StoredClause[], id: string, kept: ReadonlySet<string>): string {
  const order = rows.filter(isLiving).toSorted((a, b) => a.position - b.position);
  const at = order.findIndex((row) => row.id === id);
  const found =
    order.slice(0, at).findLast((row) => kept.has(row.id)) ?? order.slice(at).find((row) => kept.has(row.id));
  if (!found) throw new Error("Expected a clause beside the one that is left out; there is none.");
  return found.id;
}

/** Hidden rows mean a living one at once, never one that is hidden itself: whoever reads them needs one step. */
function hidden(rows: readonly StoredClause[], living: ReadonlySet<string>, into: ReadonlyMap<string, string>) {
  const meant = (id: string): string => (living.has(id) ? id : meant(into.get(id) ?? lost(id)));
  return rows
    .filter((row) => !living.has(row.id))
    .map((row) => ({ ...row, joinedIntoId: meant(row.joinedIntoId ?? row.id) }));
}

function lost(id: string): never {
  throw new Error(`Expected clause ${id} to be living or joined to another; it is neither.`);
}

/** The rows as they were before the correction that left this; what it made means what it was split from. */
export function rowsBefore(rows: readonly StoredClause[], before: Before): StoredClause[] {
  const patches = new Map(before.changed.map((patch) => [patch.id, patch]));
  const into = new Map(before.made.map(({ id, from }) => [id, from]));
  const patched = rows.map((row) => ({ ...row, ...patches.get(row.id) }));
  const living = patched.filter((row) => isLiving(row) && !into.has(row.id));
  const ids = new Set(living.map(({ id }) => id));
  return [...living, ...hidden(patched, ids, into)];
}

export type Difference = { made: StoredClause[]; changed: { before: Patch; after: StoredClause }[] };

const FIELDS = ["parentId", "position", "depth", "kind", "number", "heading", "text", "page", "joinedIntoId"] as const;

/** What has to be written. */
export function differenceOf(from: readonly StoredClause[], to: readonly StoredClause[]): Difference {
  const known = new Map(from.map((row) => [row.id, row]));
  const made = to.filter((row) => !known.has(row.id));
  const changed = to.flatMap((after) => {
    const row = known.get(after.id);
    const fields = row ? FIELDS.filter((field) => row[field] !== after[field]) : [];
    if (!row || fields.length === 0) return [];
    const before: Patch = { id: row.id, ...Object.fromEntries(fields.map((field) => [field, row[field]])) };
    return [{ before, after }];
  });
  return { made, changed };
}

/** Clauses of which nothing may hang: nobody could comment any more on what they mean, or their words are gone. */
export function closedTo(from: readonly StoredClause[], { rows: to, leftOut }: Pick<Amended, "rows" | "leftOut">) {
  const before = meaningIn(from);
  const after = meaningIn(to);
  return from.flatMap(({ id }) => {
    const [was, is] = [before(id), after(id)];
    const isOpen = isTarget(is) || is.kind === was.kind;
    return isOpen && !leftOut.has(was.id) ? [] : [id];
  });
}

function meaningIn(rows: readonly StoredClause[]): (id: string) => StoredClause {
  const known = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = known.get(id) ?? lost(id);
    return row.joinedIntoId === null ? row : (known.get(row.joinedIntoId) ?? lost(row.joinedIntoId));
  };
}

/** Of a log from its beginning: each undo's minor, with that of the correction it took back, the last then in force. */
export function undoneBy(log: readonly { minor: number; isUndo: boolean }[]): Map<number, number> {
  const inForce: number[] = [];
  const undone = new Map<number, number>();
  for (const { minor, isUndo } of log) {
    const last = isUndo ? inForce.pop() : undefined;
    if (last !== undefined) undone.set(minor, last);
    if (!isUndo) inForce.push(minor);
  }
  return undone;
}
