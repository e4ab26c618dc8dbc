import type { FlatNode, NodeKind } from "../../app/document-model/proposal";
import type { ClauseId, SourceId, SourceVersionId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";

export const SOURCE_KINDS = ["agreement", "goal-paper", "strategy"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type SourceSummary = {
  id: SourceId;
  title: string;
  kind: SourceKind;
  publisher: string;
  versions: {
    id: SourceVersionId;
    number: number;
    label: string;
    isAccepted: boolean;
    clauses: number;
    goals: number;
    createdAt: Date;
  }[];
};

/** A clause as every page shows it. `depth` 0 is the top; `path` is the readable way to it, "3 Udskrivning › 3.2". */
export type ClauseRow = {
  id: ClauseId;
  parentId: ClauseId | null;
  depth: number;
  kind: Exclude<NodeKind, "ignored">;
  number: string;
  heading: string;
  text: string;
  path: string;
};

export type VersionHead = {
  id: SourceVersionId;
  number: number;
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

export type VersionPage = { version: VersionHead; clauses: ClauseRow[] };

/** The door of agreements/: sources, their versions, and the clauses of an accepted one. */
export type Agreements = {
  list(viewer: Viewer): Promise<SourceSummary[]>;
  /**
   * Reads an uploaded or pasted text and keeps it with its proposed tree. Coordinators only.
   * Fields: title, kind, publisher, label, and `file` (a File) or `text`; with `sourceId` it is that source's next version. Refuses per field: missing, too-large (> 20 MB),
   * empty-file, not-text (NUL bytes or no UTF-8/Windows-1252 text), format-not-read-yet (PDF, DOCX).
   */
  propose(viewer: Viewer, form: unknown): Promise<SourceVersionId>;
  proposal(viewer: Viewer, versionId: string): Promise<ProposalPage>;
  /** Fields: revision, op (see rules: `Correction`) and what the op needs. A stale revision is refused `proposal-moved-on`. */
  correct(viewer: Viewer, versionId: string, form: unknown): Promise<void>;
  undo(viewer: Viewer, versionId: string, form: unknown): Promise<void>;
  /** Makes the tree's nodes (all but ignored) the version's clauses, once. Idempotent. Refuses `nothing-to-comment-on` when no clause, goal or area is left. */
  accept(viewer: Viewer, versionId: string, form: unknown): Promise<void>;
  /** An accepted version's clauses in reading order. */
  version(viewer: Viewer, versionId: string): Promise<VersionPage>;
  original(viewer: Viewer, versionId: string): Promise<{ fileName: string; bytes: Uint8Array; sha256: string }>;
};
