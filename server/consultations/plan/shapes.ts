import type { CenterId, PlanStepId } from "../../../db/ids";
import type { Viewer } from "../../identity/viewer";
import type { Deadline } from "../shapes";
import type { DayOff } from "./holidays";
import type { StepKind, Template } from "./templates";

export type { DayOff } from "./holidays";
export type { StepKind, Template } from "./templates";

/** `off`: why the offices are closed on that day, when a person has chosen one all the same. */
export type PlanStepRow = {
  id: PlanStepId;
  kind: StepKind;
  deadline: Deadline;
  off: DayOff | null;
  done: { at: Date; by: string } | null;
};

/** A deadline that was moved, and why; `center` null: the external one. */
export type MovedDeadline = {
  id: string;
  center: string | null;
  from: Deadline;
  to: Deadline;
  reason: string;
  by: string;
  at: Date;
};

/** A center that takes part: what it still owes, how much of that is past its day, and how many answers came late. [H16] */
export type CenterInPlan = {
  id: CenterId;
  name: string;
  open: number;
  total: number;
  /** The latest day it was given. */
  latest: Deadline;
  overdue: number;
  late: number;
};

export type PlanPage = {
  steps: PlanStepRow[];
  template: Template | null;
  isConfirmed: boolean;
  /** Each with the working days it needs, and whether there are so many. */
  templates: { template: Template; needs: number; fits: boolean }[];
  /** From tomorrow to the external deadline. */
  workingDays: number;
  moved: MovedDeadline[];
  centers: CenterInPlan[];
  can: { plan: boolean; extend: boolean };
};

/** The door of a hearing's plan: its steps, its deadlines, and why they were moved. */
export type Plans = {
  page(viewer: Viewer, consultationId: string): Promise<PlanPage>;
  /** The day internal deadlines are offered from; null when there is none, or it has passed. */
  internalDay(viewer: Viewer, consultationId: string): Promise<string | null>;
  /** Coordinators, until the text is filed. Fields: template. What is done stays. Codes: too-few-working-days. [H10] */
  choose(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Fields: `day-<step>` and `time-<step>`, of each step. Codes at them: missing, not-a-day, not-a-time, and those of [H11]. */
  confirm(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Fields: stepId, done ("yes" or none). The same again changes nothing. */
  tick(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /**
   * Coordinators, until the text is filed. Fields: deadline, deadlineTime?, caseNumber, kle, reason (needed when the deadline
   * moves to later), movePlan?. Codes: deadline-passed, internal-deadlines-after, plan-steps-after. [H13] [H14]
   */
  change(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Coordinators, while the text is written. Fields: centerId, deadline, reason. Codes: deadline-not-later. [H14] */
  extend(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
};
