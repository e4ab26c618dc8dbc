import type { GoalStatus } from "../../app/document-model/goals";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import type { Change } from "../carry-over/shapes";
import type { Viewer } from "../identity/viewer";
import type { ResponseStatus } from "../standing/shapes";
import type { Trend } from "./rules";

export type { Trend };

/** What one center has said of a goal in one assessment. */
export type Said = {
  centerId: CenterId;
  center: string;
  isOwner: boolean;
  status: GoalStatus;
  /** Against what it said in the assessment before; null the first time. */
  trend: Trend | null;
  nextStep: string;
  due: string | null;
  by: string;
  at: Date;
};

/** One assessment in which something was said of a goal, the newest first. */
export type Assessed = {
  consultationId: ConsultationId;
  userKey: string;
  title: string;
  status: ResponseStatus | "not-started";
  said: Said[];
};

export type GoalHistory = {
  assessed: Assessed[];
  /** By the clause it was decided of: what it has become on its way to this one. */
  became: Record<ClauseId, Change>;
};

export type GoalRow = { id: ClauseId; number: string; heading: string; text: string; area: string };

export type BoardCell = Pick<Said, "centerId" | "status" | "trend" | "isOwner"> & {
  clauseId: ClauseId;
  /** The Danish day on which it was said, and where. */
  day: string;
  userKey: string;
};

/** Goals down, centers across; what each center said last, in whichever assessment. */
export type GoalBoard = {
  version: { id: SourceVersionId; title: string; label: string };
  goals: GoalRow[];
  centers: { id: CenterId; name: string; shortName: string }[];
  /** Sparse. */
  cells: BoardCell[];
};

/** The door of goals/: how far each center is with each goal, said in assessments and kept for good. */
export type Goals = {
  /**
   * Fields: clauseId, centerId, status ("" takes it back), nextStep?, due? (YYYY-MM-DD). Codes: missing, not-a-choice,
   * too-long, not-a-day; `no-goal` where the clause is none or the text is no assessment; `approved` once it is sent.
   * Said again alike, nothing is written. [M2]
   */
  say(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** Whether the files show the status. */
  form(viewer: Viewer, consultationId: string): Promise<{ showsStatus: boolean; mayChange: boolean }>;
  /** Coordinators, until the text is sent. Field: showsStatus ("yes" or nothing). [M5] */
  changeForm(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** What was said of a clause and of those it came from (itself first), assessment by assessment. [M6] */
  history(viewer: Viewer, clauseIds: readonly string[]): Promise<GoalHistory>;
  /** Of a version's goals, by what they came from. [M6] */
  board(viewer: Viewer, versionId: string): Promise<GoalBoard>;
};
