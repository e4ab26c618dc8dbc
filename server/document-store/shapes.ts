import type * as Y from "yjs";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Transaction } from "../../db/client";
import type { DocumentId, MunicipalityId, UserId, VersionId } from "../../db/ids";

export type DocumentState = "active" | "frozen" | "deleted";

/** One update as it waits for its commit. */
export type PendingUpdate = {
  payload: Uint8Array;
  origin: "client" | "repair";
  userId: UserId | null;
  sessionId: string | null;
  /** The claim it was written under; null for the server's own. [I4] */
  claim: Claim | null;
};

/** A Yjs client id and the one connection that may write with it at a time. [I4] */
export type Claim = { clientId: number; connectionId: string };

/** What a page instance is issued, once: `nonce` is known to it and to nobody else. */
export type IssuedClient = { clientId: number; nonce: string; epoch: number; schemaVersion: number };

/** Where a document stands, without its text. */
export type Head = { epoch: number; headSeq: number; state: DocumentState };

export type Snapshot = { state: Uint8Array; vector: Uint8Array };

export type LoadedDocument = {
  id: DocumentId;
  municipalityId: MunicipalityId;
  epoch: number;
  state: DocumentState;
  headSeq: number;
  /** Newest verified snapshot first (or none), then the log after it: apply all in one transaction. */
  updates: Uint8Array[];
  /** The first of these, if it is a snapshot, and how much of the document it holds. */
  snapshot: Snapshot | null;
  /** What these updates add up to: the caller's own. */
  doc: Y.Doc;
};

/** What was written after a place in the log, and the place where it ends. */
export type Tail = { headSeq: number; updates: Uint8Array[] };

/** What a change by the server came to, and where the log stands after it. */
export type Amended<Answer> = { answer: Answer; documentId: DocumentId; epoch: number; headSeq: number };

export type FrozenVersion = {
  id: VersionId;
  documentId: DocumentId;
  number: number;
  seq: number;
  /** Canonical JSON of the ResponseDocument; `sha256` is the hash of its UTF-8 bytes. [A1] */
  canonical: string;
  sha256: string;
  label: string;
  frozenAt: Date;
};

/**
 * The door of document-store/ (a ground module): the log, snapshots and frozen versions of live documents.
 * `create` seeds in the transaction that makes the document; nothing else seeds. [I7]
 */
export type DocumentStore = {
  create(
    tx: Transaction,
    document: { id: DocumentId; municipalityId: MunicipalityId; seed: Uint8Array },
  ): Promise<void>;
  /** Null when there is no such document. A damaged snapshot is passed over and said in the log. [I3] [I7] [I10] */
  load(documentId: DocumentId): Promise<LoadedDocument | null>;
  /** The log after `seq`, to head: what other nodes wrote. */
  since(documentId: DocumentId, epoch: number, seq: number): Promise<Tail>;
  /** The same of many documents, in one query; each that was asked about has an answer. */
  tails(after: ReadonlyMap<DocumentId, { epoch: number; seq: number }>): Promise<Map<DocumentId, Tail>>;
  /** Where those of the documents stand that there are. */
  heads(documentIds: readonly DocumentId[]): Promise<Map<DocumentId, Head>>;
  /** A client id that nobody in the document has had, for one page instance of one person. Null when there is no document. [I4] */
  issueClient(documentId: DocumentId, to: { userId: UserId; sessionId: string }): Promise<IssuedClient | null>;
  /**
   * From now on this connection alone writes with that client id; all it wrote before through others is at or before the
   * answered head. Null when the id was not issued to that person's page instance. [I4]
   */
  claimClient(
    documentId: DocumentId,
    claim: Claim & { userId: UserId; nonce: string },
  ): Promise<Pick<Head, "headSeq"> | null>;
  /**
   * Appends the pending updates of several documents in one transaction, locking the document rows in id order. A document
   * that is not active (or of another epoch) is left out and named in `refused`; the updates of a connection that has been
   * superseded are left out and its id named in `superseded`. Enqueues `refresh-projection` for each. [I1] [I3] [I4]
   */
  append(batch: ReadonlyMap<DocumentId, { epoch: number; updates: PendingUpdate[] }>): Promise<{
    heads: Map<DocumentId, { from: number; to: number }>;
    refused: Map<DocumentId, "not-active" | "other-epoch">;
    superseded: ReadonlySet<string>;
  }>;
  /**
   * Writes in the text for somebody, in the caller's transaction: a comment's mark, an accepted suggestion, a restored
   * paragraph. `by` is who is named as its author, null for what is no writing of anybody's. What `change` throws undoes it.
   * Refuses `document-not-active`. After the commit the caller hands the answer to `sync.follow`. [I3]
   */
  amend<Answer>(
    tx: Transaction,
    documentId: DocumentId,
    by: UserId | null,
    change: (doc: Y.Doc) => Answer,
  ): Promise<Amended<Answer>>;
  /**
   * Makes a frozen version of all that is committed and sets the state, in the caller's transaction, under the row's lock.
   * `resolve` says how what is written is to read in it: the bytes are its answer's, `written` is what it was asked. [A1] [A7]
   */
  freeze(
    tx: Transaction,
    documentId: DocumentId,
    as: { label: string; by: UserId },
    resolve?: (written: ResponseDocument) => ResponseDocument,
  ): Promise<FrozenVersion & { written: ResponseDocument }>;
  /**
   * Keeps the text as it is now under a name that no other named version of it has, and freezes nothing. The same name for
   * the same text again answers the version that has it. Refuses `name-taken` at `name`, and `document-not-active`. [V4]
   */
  nameVersion(
    tx: Transaction,
    documentId: DocumentId,
    as: { label: string; by: UserId },
  ): Promise<FrozenVersion & { isNew: boolean }>;
  /** Lets people write again. */
  thaw(tx: Transaction, documentId: DocumentId): Promise<void>;
  version(versionId: VersionId): Promise<FrozenVersion | null>;
};
