import type { CenterId } from "../../../db/ids";
import type { StepKind } from "../plan/templates";

/** What has been done of late, in the order in which a sentence says it. */
export const DEED_KINDS = [
  "hearing-opened",
  "clauses-assigned",
  "response-started",
  "plan-confirmed",
  "plan-step-done",
  "deadline-moved",
  "deadline-extended",
  "center-extended",
  "hearing-moved",
  "written",
  "clause-answered",
  "clause-looked-at-again",
  "goal-status-said",
  "comment-started",
  "comment-answered",
  "comment-resolved",
  "suggested",
  "suggestion-accepted",
  "suggestion-rejected",
  "version-named",
  "text-restored",
  "part-signed-off",
  "part-returned",
  "sent-for-approval",
  "step-approved",
  "step-approved-tacitly",
  "approved",
  "approved-tacitly",
  "returned",
  "reopened",
  "filing-requested",
  "filing-filed",
  "outcome-recorded",
] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

export type Deed = {
  kind: DeedKind;
  /** How often; of answers, how many clauses. */
  count: number;
  /** Numbers of clauses, or names of centers, that it was about. */
  about: string[];
  /** Of what was written: where last. */
  last: { blockId: string; heading: string } | null;
};

/** What one person has done on one Danish day; `name` null: the house itself. */
export type Doing = { day: string; name: string | null; at: Date; deeds: Deed[] };

/** "late": should have been, and is not. */
type TimelineState = "done" | "late" | "ahead";
type TimelineWhat =
  | { kind: "opened" | "external" | "filed" }
  | { kind: "step"; step: StepKind; by: string | null }
  | { kind: "internal"; centers: string[] }
  | { kind: "sent-for-approval" | "reopened"; round: number; by: string }
  | { kind: "approved" | "returned"; round: number; by: string | null };

/** `time`: "HH:MM", of what has a time of day. */
export type TimelineItem = TimelineWhat & { day: string; time: string | null; state: TimelineState };

/** "waits": has text that its manager has said nothing of. */
export type PartState = "none" | "waits" | "signed" | "lapsed" | "returned";

/** What a hearing's front page shows beside its head. */
export type FrontPage = {
  today: string;
  timeline: TimelineItem[];
  /** Of the centers that take part, once there is a text. */
  parts: { centerId: CenterId; state: PartState }[];
  activity: Doing[];
};
