import type { IndicatorSaid } from "../../app/document-model/initiatives";
import type { Transaction } from "../../db/client";
import type { CenterId, ClauseId, IndicatorId, InitiativeId, ResponseId, SourceVersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

/** A figure as it was said last of its day, by whom. `isNew`: since the last approved follow-up. [M24] */
type FigureRow = { day: string; value: string; by: string; at: Date; isNew: boolean };

export type IndicatorRow = Omit<IndicatorSaid, "id" | "figures"> & { id: IndicatorId; figures: FigureRow[] };

/** What an initiative's status text said in the follow-up before, as it was approved. */
export type LastTime = {
  responseId: ResponseId;
  userKey: string;
  title: string;
  approvedAt: Date;
  /** Who answered for it then, by the name it had. [H65] */
  center: string;
  lines: string[];
};

export type InitiativeRow = {
  id: InitiativeId;
  clauseId: ClauseId;
  title: string;
  centerId: CenterId;
  center: string;
  period: string;
  /** As it was written, and the day it sorts by; null where it says none. [M12] */
  deadline: string;
  deadlineDay: string | null;
  endedOn: string | null;
  /** It goes on, and its center is closed: a coordinator gives it to another. [H65] */
  isLeft: boolean;
  indicators: IndicatorRow[];
  last: LastTime | null;
  /** The viewer may say what was counted, whatever stands with the follow-ups. [M23] */
  mayCount: boolean;
};

/** `heading`: the block it stands under in the text; null where there is no such heading, or no text yet. [M14] */
export type InitiativeNow = InitiativeRow & {
  heading: string | null;
  lines: string[];
  /** Whether its center has been given anything in this follow-up: else nobody there can write. */
  takesPart: boolean;
  mayTend: boolean;
};

/** Closed centers with whose tasks theirs are; and on which versions one's part of a follow-up stands signed. */
export type InitiativesToHandOver = {
  heirs: ReadonlyMap<CenterId, CenterId>;
  signed: readonly { center: CenterId; versionId: SourceVersionId }[];
};
export type HandedInitiatives = { from: CenterId; to: CenterId; initiatives: InitiativeId[] };

export type FollowedGoal = { id: ClauseId; number: string; heading: string; text: string; area: string };

export type InitiativeBoard = {
  responseId: ResponseId | null;
  goals: FollowedGoal[];
  initiatives: InitiativeNow[];
  /** Whom the viewer may make responsible: open centers. Empty where they may add nothing. */
  centers: { id: CenterId; name: string }[];
  /** The Danish day: no figure is of a later one. */
  today: string;
};

/**
 * The door of initiatives/: what is done towards goals, by whom and until when, and what it is measured by; entered in
 * follow-ups, its figures between them too, and kept for good. Commands are for whoever writes for the center that answers for the initiative, or a
 * coordinator, until the text is sent (`not-your-center`, `approved`). What is no follow-up's goal: `no-goal-to-follow`.
 * Said again alike, nothing is written. [M11]
 */
export type Initiatives = {
  /** Of a follow-up; null of any other text. [M15] */
  board(viewer: Viewer, consultationId: string): Promise<InitiativeBoard | null>;
  /** On a clause and on those it came from, those that have ended too. [M15] */
  ofGoal(viewer: Viewer, clauseIds: readonly string[]): Promise<{ initiatives: InitiativeRow[]; today: string }>;
  /** Fields: clauseId, title, centerId, period?, deadline?. Codes: missing, too-long, not-a-choice, center-closed. */
  add(viewer: Viewer, consultationId: string, form: unknown): Promise<InitiativeId>;
  /** The same fields but clauseId. */
  change(viewer: Viewer, consultationId: string, id: string, form: unknown): Promise<void>;
  end(viewer: Viewer, consultationId: string, id: string, isEnded: boolean): Promise<void>;
  /** Fields: name, unit?, targetFrom?, targetTo?. Codes: missing, too-long, not-a-figure, target-upside-down. */
  addIndicator(viewer: Viewer, consultationId: string, initiativeId: string, form: unknown): Promise<IndicatorId>;
  changeIndicator(viewer: Viewer, consultationId: string, id: string, form: unknown): Promise<void>;
  /** Fields: day (YYYY-MM-DD), value ("2,04"). Codes: missing, not-a-day, day-ahead, not-a-figure. [M13] */
  say(viewer: Viewer, consultationId: string, indicatorId: string, form: unknown): Promise<void>;
  /** Field: day. */
  takeBack(viewer: Viewer, consultationId: string, indicatorId: string, form: unknown): Promise<void>;
  /**
   * The same two at any time, without a follow-up: for whoever writes for its center, and coordinators. Codes also
   * not-your-center, initiative-ended. [M23]
   */
  count(viewer: Viewer, indicatorId: string, form: unknown): Promise<void>;
  uncount(viewer: Viewer, indicatorId: string, form: unknown): Promise<void>;
  /** In the transaction that hands a closed center's tasks over; whoever calls records what it answers. [H65] */
  handOver(tx: Transaction, which: InitiativesToHandOver): Promise<HandedInitiatives[]>;
};
