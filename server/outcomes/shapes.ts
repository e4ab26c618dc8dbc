import type { Stance } from "../../app/document-model/document";
import type { ClauseId, OverviewId, OverviewRowId, ResponseId, SourceVersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

export const OUTCOMES = ["accepted", "partly", "not-accepted"] as const;
/** What the sender of a hearing made of a remark: medtaget, delvist medtaget, ikke medtaget. */
export type Outcome = (typeof OUTCOMES)[number];

export type RecordedOutcome = { outcome: Outcome; reason: string; by: string; at: Date };

/** What a remark is about; null: the whole source. */
export type About = {
  id: ClauseId;
  versionId: SourceVersionId;
  /** In reading order of its version. */
  position: number;
  number: string;
  heading: string;
  text: string;
} | null;

/** One paragraph of the approved text that is linked to something. */
export type AnsweredRemark = {
  blockId: string;
  text: string;
  about: About[];
  by: { center: string; stance: Stance | null }[];
  outcome: RecordedOutcome | null;
};

export type OutcomesPage = {
  responseId: ResponseId;
  /** Of the version that stands approved, in its order; none before there is one. */
  remarks: AnsweredRemark[];
  can: { record: boolean };
};

export type AddedOverview = { rows: number; others: number };

/** One row of the sender's overview, as it came in, and what somebody has said it is. */
export type OverviewRow = {
  id: OverviewRowId;
  overviewId: OverviewId;
  dated: string;
  reference: string;
  subject: string;
  sender: string;
  speaksAs: string;
  summary: string;
  assessment: string;
  verdict: string;
  state:
    | { kind: "waiting" }
    | { kind: "set-aside"; by: string; at: Date }
    | { kind: "recorded"; outcome: Outcome; reason: string; blockIds: string[]; by: string; at: Date };
};

/** Why one of our remarks is proposed for a row. */
export type Because = "number" | "heading" | "words";
export type Candidate = { blockId: string; score: number; because: Because[] };

export type OverviewPage = {
  responseId: ResponseId;
  /** What has come in, the oldest first; `isInUse`: something of it is noted, so it stays. */
  overviews: {
    id: OverviewId;
    kind: "file" | "pasted" | "typed";
    name: string;
    rows: number;
    /** Rows of other senders that were not kept. */
    others: number;
    isInUse: boolean;
    by: string;
    at: Date;
  }[];
  rows: OverviewRow[];
  remarks: AnsweredRemark[];
  /** The row that was asked for, else the first that waits. `chosen` and `outcome` are where its form begins. */
  open: { row: OverviewRow; proposed: Candidate[]; chosen: string | null; outcome: Outcome | null } | null;
  can: { record: boolean };
};

/** The door of outcomes/: what became of what was said, remark by remark. */
export type Outcomes = {
  /** For who reads hearings; `not-found` for others. */
  page(viewer: Viewer, responseId: string): Promise<OutcomesPage>;
  /**
   * Coordinators and case officers, once the text stands approved. Fields: blockId (a linked paragraph of that version), outcome (one of
   * OUTCOMES, or "none" to take it back), reason (needed unless accepted or none). What is recorded already is recorded
   * once. Codes: coordinators-and-case-officers-only, not-approved, missing, too-long.
   */
  record(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /** The sender's overview, row by row, with what each may answer. For who reads hearings. [Q11] */
  overview(viewer: Viewer, responseId: string, rowId?: string): Promise<OverviewPage>;
  /**
   * For who may record. Fields: `overview` (a DOCX, XLSX or delimited file) or `pasted`; `withOthers` keeps other senders'
   * rows. Codes at the field it came by: those of `Agreements.tables`, and no-table, no-columns, no-rows, too-many-rows,
   * cell-too-long, no-row-of-ours. [Q10]
   */
  addOverview(viewer: Viewer, responseId: string, form: unknown): Promise<AddedOverview>;
  /** One row typed by hand. Fields: subject, summary, assessment. */
  addRow(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /** Fields: rowId, op "record" (with blockId, one or several, outcome, reason) or "set-aside". Code: row-settled. [Q11] */
  settle(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /** Fields: rowId. Code: row-built-upon. [Q12] */
  takeBack(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
  /** Fields: overviewId. Code: overview-in-use. [Q12] */
  removeOverview(viewer: Viewer, responseId: string, form: unknown): Promise<void>;
};
