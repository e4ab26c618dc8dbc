/** Texts that say how far the centers are with the goals of a paper: an assessment once, a follow-up time after time. [M10] */
export function isAboutGoals(kind: "hearing" | "assessment" | "follow-up"): boolean {
  return kind === "assessment" || kind === "follow-up";
}

/** How far a center is with a goal, in the order of the work; the last says that the goal is none of its. [M2] */
export const GOAL_STATUSES = ["not-current", "planned", "in-progress", "partly-met", "met", "not-relevant"] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** What a center has said of a goal: on `day`, with what it does next, and by when. */
export type GoalSaid = {
  goal: string;
  center: string;
  /** As it was called then: a frozen text keeps the old name. */
  centerName: string;
  /** The center answers for the goal as a whole. */
  isOwner?: true;
  status: GoalStatus;
  day: string;
  nextStep?: string;
  due?: string;
};

/** The status of the goals beside a frozen text: part of what is approved, whether the files show it or not. [M4] [M5] */
export type GoalsSaid = { isShown: boolean; said: GoalSaid[] };
