import type { Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { createAlignments } from "./alignments";
import { ancestors } from "./ancestors";
import { begin } from "./begin";
import { comparison } from "./comparison";
import { decide } from "./decide";
import type { CarryOverDeps } from "./deps";
import { desk } from "./desk";
import type { CarryOver } from "./shapes";
import { undo } from "./undo";

export { carriedFor, carriedTo, carriedToEach } from "./carried";
export { assignedNow, type CarriedOn, carriedOn } from "./carried-on";
export { createMeasures } from "./measures";
export { toNodes } from "./tree";

type Begin = (tx: Transaction, viewer: Viewer, versionId: SourceVersionId) => Promise<void>;
/** What aligns two versions is a thread of its own when nothing else is given. */
type Given = Omit<CarryOverDeps, "alignments" | "patienceMs"> & Partial<CarryOverDeps>;

const PATIENCE_MS = 10_000;

/**
 * The door of carry-over/: what became of an old version's clauses, decided by people where it is not certain.
 * `begin` is handed to agreements/, which calls it in the transaction that accepts a version. [C22]
 */
export function createCarryOver(given: Given): CarryOver & { begin: Begin } {
  const deps = { alignments: createAlignments(), patienceMs: PATIENCE_MS, ...given };
  return {
    begin: (tx, viewer, versionId) => begin(deps, tx, viewer, versionId),
    desk: (viewer, versionId) => desk(deps, viewer, versionId),
    comparison: (viewer, versionId) => comparison(deps, viewer, versionId),
    decide: (viewer, versionId, form) => decide(deps, viewer, versionId, form),
    undo: (viewer, versionId, form) => undo(deps, viewer, versionId, form),
    ancestors: (viewer, clauseId) => ancestors(deps, viewer, clauseId),
  };
}
