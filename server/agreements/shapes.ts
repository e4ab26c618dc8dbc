import type { Correction } from "../../app/document-model/correction/shapes";
import type { Incoming } from "../../app/document-model/incoming/shapes";
import type { FlatNode, NodeKind } from "../../app/document-model/proposal";
import type { ClauseId, SourceId, SourceVersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import type { LetterProposal } from "./read/letter/shapes";

export type { Found, LetterProposal } from "./read/letter/shapes";

export const SOURCE_KINDS = ["agreement", "goal-paper", "strategy"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A version as one of its source's. `followsId`: the accepted one it was carried over from. */
export type Edition = {
  id: SourceVersionId;
  number: number;
  minor: number;
  label: string;
  isAccepted: boolean;
  followsId: SourceVersionId | null;
  createdAt: Date;
};

export type SourceSummary = {
  id: SourceId;
  title: string;
  kind: SourceKind;
  publisher: string;
  /** The newest first. */
  versions: (Edition & { clauses: number; goals: number })[];
};

/** Pages count from 1. */
export type SourcesPage = { sources: SourceSummary[]; page: number; pages: number };

/** A clause as every page shows it. `depth` 0 is the top; `path` is the readable way to it, "3 Udskrivning › 3.2". */
export type ClauseRow = {
  id: ClauseId;
  parentId: ClauseId | null;
  depth: number;
  kind: Exclude<NodeKind, "ignored">;
  number: string;
  heading: string;
  text: string;
  /** In the original, from 1; null where its format has no pages. */
  page?: number | null;
  path: string;
};

export type VersionHead = {
  id: SourceVersionId;
  number: number;
  /** How often it was corrected after it was accepted: 2.1 is the first time for version 2. [S20] */
  minor: number;
  label: string;
  fileName: string;
  sha256: string;
  createdAt: Date;
  acceptedAt: Date | null;
  source: { id: SourceId; title: string; kind: SourceKind; publisher: string };
};

export type ProposalPage = {
  version: VersionHead;
  /** Raised by each correction; a correction names the revision it was made on, else it is refused "proposal-moved-on". */
  revision: number;
  nodes: FlatNode[];
  warnings: string[];
  canUndo: boolean;
  counts: Record<NodeKind, number>;
  can: { correct: boolean };
};

/** The revision (or minor) that a correction has led to, and the nodes that it made. */
export type Corrected = { revision: number; made: string[] };

/** An accepted version under correction. Its `revision` is the version's minor. */
export type AmendingPage = ProposalPage & {
  /** Of its nodes, those on which something hangs: a remark, an answer, an assignment, an earlier clause. */
  inUse: string[];
};

export type CorrectionRow = {
  minor: number;
  /** Null: it took back the correction that led to minor `undone`. */
  op: Correction["op"] | null;
  undone: number | null;
  by: string;
  at: Date;
};

/** How far an upload is: waiting for its turn, being read (`of` null while nobody knows how much there is), being written. */
export type UploadProgress =
  | { step: "waiting" }
  | { step: "reading"; done: number; of: number | null }
  | { step: "saving" };

/** `editions`: all versions of its source, the newest first. */
export type VersionPage = { version: VersionHead; clauses: ClauseRow[]; editions: Edition[] };

/** The door of agreements/: sources, their versions, and the clauses of an accepted one. */
export type Agreements = {
  list(viewer: Viewer): Promise<SourceSummary[]>;
  /** The same, a page at a time. [Q20] */
  page(viewer: Viewer, page: number): Promise<SourcesPage>;
  /** Null for what is none of the viewer's. */
  source(viewer: Viewer, sourceId: string): Promise<SourceSummary | null>;
  /**
   * Reads an uploaded or pasted paper and keeps it with its proposed tree. Coordinators only.
   * Fields: title, kind, publisher, label, and `file` (a File) or `text`; with `sourceId` it is that source's next version; with
   * `uploadId`, `progress` tells how far it is; with `fromVersionId`, an accepted version of that source, it begins with that
   * one's tree and no paper is read [S40]. Refuses per field what cannot be read (`Unreadable` in read/paper.ts). [S2] [S10]
   */
  propose(viewer: Viewer, form: unknown): Promise<SourceVersionId>;
  /** Of an upload under way on this node, sent in the viewer's session under that id; null for any other. [S11] */
  progress(viewer: Viewer, uploadId: string): UploadProgress | null;
  proposal(viewer: Viewer, versionId: string): Promise<ProposalPage>;
  /** Fields: revision, op (see `Correction`; several nodes: `nodeId` repeated) and what the op needs. A stale revision is refused `proposal-moved-on`. */
  correct(viewer: Viewer, versionId: string, form: unknown): Promise<Corrected>;
  undo(viewer: Viewer, versionId: string, form: unknown): Promise<Corrected>;
  /** Makes the tree's nodes (all but ignored) the version's clauses, once. Idempotent. Refuses `nothing-to-comment-on` when no clause, goal or area is left. */
  accept(viewer: Viewer, versionId: string, form: unknown): Promise<void>;
  /** An accepted version as a coordinator corrects it; `not-accepted-yet` for a proposal. */
  amending(viewer: Viewer, versionId: string): Promise<AmendingPage>;
  /**
   * Corrects an accepted version: `correct`'s fields, `revision` being the minor that was read. Links, answers and
   * assignments stay: refused `clause-in-use` where they would hang on what nobody can comment on. [S18] [S20]
   */
  amend(viewer: Viewer, versionId: string, form: unknown): Promise<Corrected>;
  /** Takes back the last of these that is in force, as a correction of its own. Fields: revision. */
  undoAmendment(viewer: Viewer, versionId: string, form: unknown): Promise<Corrected>;
  /** The log of an accepted version's corrections, the newest first. */
  corrections(viewer: Viewer, versionId: string): Promise<CorrectionRow[]>;
  /** An accepted version's clauses in reading order. */
  version(viewer: Viewer, versionId: string): Promise<VersionPage>;
  /** The same clauses alone, for the pages of a hearing on it; none where `version` refuses. */
  clauses(viewer: Viewer, versionId: string): Promise<ClauseRow[]>;
  /** What a version is called, and what it is of. */
  head(viewer: Viewer, versionId: string): Promise<VersionHead>;
  /** What a clause that is listed no more was joined to by a correction; null for any other. [S18] */
  joinedInto(viewer: Viewer, clauseId: string): Promise<ClauseId | null>;
  /**
   * Reads what a center has written in Word, in the threads that read papers, and keeps nothing of it: `refused` is an
   * `Unreadable` of read/paper.ts. Whoever calls has asked whether the viewer may write. [E25]
   */
  contribution(paper: { bytes: Uint8Array; fileName: string }): Promise<Incoming | { refused: string }>;
  /**
   * The tables of a Word file, a workbook or delimited text as rows of cells, read in the same threads; nothing of it is
   * kept. Whoever calls has asked whether the viewer may. [S31]
   */
  tables(paper: { bytes: Uint8Array; fileName: string }): Promise<{ tables: string[][][] } | { refused: string }>;
  /**
   * What the letter a hearing came with says of it, on that Danish day, read in the same threads; nothing of it is kept.
   * Refused with one of the codes of papers. [H30]
   */
  letter(paper: { bytes: Uint8Array; fileName: string }, today: string): Promise<LetterProposal | { refused: string }>;
  /**
   * The words of a file that is kept as it came, read in the same threads; nothing of them is kept. `format` is told by its
   * content; `text` null: none could be read, and `refused` says why. [F54]
   */
  words(paper: { bytes: Uint8Array; fileName: string }): Promise<{
    format?: "pdf" | "docx" | "text" | null;
    text?: string | null;
    refused: string | null;
  }>;
  original(viewer: Viewer, versionId: string): Promise<{ fileName: string; bytes: Uint8Array; sha256: string }>;
};
