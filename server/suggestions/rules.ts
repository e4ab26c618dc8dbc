import type { UserId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { mayRead, type Rights, rightsOf, type Standing } from "../standing/rules";

/** What stands in the way of an act, as a code, or null. [G2] */
type Obstacle = { kind: "not-found" | "forbidden" | "conflict"; code: string } | null;

export function againstSuggesting(viewer: Viewer, standing: Standing): Obstacle {
  return against(viewer, standing, "suggest", "not-yours-to-suggest");
}

/** Accepting is writing, and rejecting is up to those who may. */
export function againstDeciding(viewer: Viewer, standing: Standing): Obstacle {
  return against(viewer, standing, "write", "suggestions-not-yours-to-decide");
}

function against(viewer: Viewer, standing: Standing, right: keyof Rights, code: string): Obstacle {
  if (!mayRead(viewer)) return { kind: "not-found", code: "not-found" };
  if (rightsOf(viewer, standing)[right]) return null;
  const isOnlyLocked = rightsOf(viewer, { ...standing, status: "writing" })[right];
  return isOnlyLocked ? { kind: "conflict", code: "document-not-active" } : { kind: "forbidden", code };
}

export type Decision = "accepted" | "rejected";
type Row = { decision: Decision | "withdrawn" | null; decidedBy: UserId | null; changedAt: Date };

/** A form sent twice is one decision; of two people at once the second is told. [G7] */
export function decisionOn(row: Row | undefined, viewer: Viewer, wanted: Decision, seen: string) {
  if (!row) return "not-found" as const;
  if (row.decision === wanted && row.decidedBy === viewer.id) return "again" as const;
  if (row.decision !== null) return "suggestion-decided" as const;
  return row.changedAt.toISOString() === seen ? ("open" as const) : ("suggestion-changed" as const);
}
