import type { GoalStatus } from "../../app/document-model/goals";
import type { CenterId, ClauseId, ConsultationId, SourceId, SourceVersionId } from "../../db/ids";
import type { Change, ChangeKind } from "../carry-over/shapes";
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

/** `change`: what it is against the version before; null in the first, and while somebody has still to say. */
export type GoalRow = {
  id: ClauseId;
  number: string;
  heading: string;
  text: string;
  area: string;
  change: ChangeKind | null;
};

/** A goal of the version before that is none any more. */
export type GoneGoal = Omit<GoalRow, "change" | "area"> & { change: "dropped" | "met" };

/** What became of the goals of the version before. `waiting`: of how many nobody has said it yet. */
export type SinceBefore = { id: SourceVersionId; label: string; gone: GoneGoal[]; waiting: number };

/** What a municipality's centers say of a goal as one; `behind`: those of them that are furthest behind, of `of`. [M20] */
export type MunicipalityCell = Omit<BoardCell, "centerId"> & { municipality: string; behind: CenterId[]; of: number };

export type BoardCell = Pick<Said, "centerId" | "status" | "trend" | "isOwner"> & {
  clauseId: ClauseId;
  /** The Danish day on which it was said, and where. */
  day: string;
  userKey: string;
};

/**
 * Goals down, centers across; what each center said last, in whichever assessment. Guests' centers come after the host's, each
 * with whose it is, and where there are any, what each municipality says as one. [M19]
 */
export type GoalBoard = {
  version: { id: SourceVersionId; sourceId: SourceId; title: string; label: string };
  /** Null for a first version. */
  before: SinceBefore | null;
  goals: GoalRow[];
  centers: { id: CenterId; name: string; shortName: string; municipality: string }[];
  /** Sparse. */
  cells: BoardCell[];
  /** Sparse; none where all the centers are one municipality's. */
  perMunicipality: MunicipalityCell[];
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
  /** Of a version's goals, by what they came from, with what was ticked off, adapted, retired and added since. [M6] [M18] */
  board(viewer: Viewer, versionId: string): Promise<GoalBoard>;
  /** What was said of the goals in this one assessment or follow-up, a guest's too; null of a hearing. [M21] [J19] */
  boardIn(viewer: Viewer, consultationId: string): Promise<GoalBoard | null>;
};
