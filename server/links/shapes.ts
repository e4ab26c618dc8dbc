import type { CenterId, ClauseId, ConsultationId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { CenterRow, Deadline } from "../consultations/shapes";
import type { Viewer } from "../identity/viewer";

export type CoverageState = "not-looked-at" | "in-work" | "answered" | "no-remarks" | "not-relevant";

export type Answer = "in-work" | "no-remarks" | "not-relevant";

export type CoverageCell = {
  clauseId: ClauseId;
  centerId: CenterId;
  state: CoverageState;
  /** Null when the clause was not given to that center: an empty cell is then no hole. */
  deadline: Deadline | null;
  isAssigned: boolean;
  isLate: boolean;
  /** Paragraphs of that center linked to the clause, in document order; the page links to the first. */
  blockIds: string[];
  /** The viewer may answer for that center. */
  mayAnswer: boolean;
};

export type CoveragePage = {
  clauses: ClauseRow[];
  centers: CenterRow[];
  /** Sparse: only cells that are assigned or have a state other than "not-looked-at". */
  cells: CoverageCell[];
  /** Of the assigned cells. */
  counts: Record<CoverageState, number>;
  /** Assigned and not looked at: what stands between the text and approval. */
  holes: number;
  /** Paragraphs linked to the whole source, per center. */
  wholeSource: { centerId: CenterId; blockIds: string[] }[];
};

/** What a center has been given in a hearing, and how much of it is still open; `earliest` is the first day of what is open. */
export type Owed = {
  consultationId: ConsultationId;
  centerId: CenterId;
  open: number;
  total: number;
  earliest: string | null;
};

/** The door of links/: coverage, and the answers a center gives in words other than text. */
export type Links = {
  coverage(viewer: Viewer, consultationId: string): Promise<CoveragePage>;
  /** Fields: clauseId, centerId, answer ("" takes it back). For contributors of that center, and coordinators. Refused `approved` once the text is sent for approval. */
  answer(viewer: Viewer, consultationId: string, form: unknown): Promise<void>;
  /** For the desk: what the centers of these hearings owe. Hearings of other municipalities are left out. */
  owed(viewer: Viewer, consultationIds: readonly ConsultationId[]): Promise<Owed[]>;
};
