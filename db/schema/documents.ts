import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { DocumentId, MunicipalityId, UserId, VersionId } from "../ids";
import { bytea, idOf, moment } from "./columns";
import { municipality } from "./identity";

const seqOf = (name: string) => bigint(name, { mode: "number" });

/** One live document. `headSeq` is bumped under this row's lock, so the log has no gaps. [I3] */
export const document = pgTable("document", {
  id: idOf<DocumentId>().primaryKey(),
  municipalityId: idOf<MunicipalityId>("municipality_id")
    .notNull()
    .references(() => municipality.id),
  epoch: integer("epoch").notNull().default(1),
  schemaVersion: integer("schema_version").notNull(),
  state: text("state", { enum: ["active", "frozen", "deleted"] }).notNull(),
  headSeq: seqOf("head_seq").notNull(),
  snapshotSeq: seqOf("snapshot_seq").notNull().default(0),
  /** Bytes of the log after the newest verified snapshot; with the rows after it, what a load has to read. */
  tailBytes: integer("tail_bytes").notNull().default(0),
});

/** The log: what was typed, in the order it was committed. Append only (a trigger refuses the rest). [I5] */
export const documentUpdate = pgTable(
  "document_update",
  {
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    epoch: integer("epoch").notNull(),
    seq: seqOf("seq").notNull(),
    userId: idOf<UserId>("user_id"),
    sessionId: idOf<string>("session_id"),
    nodeId: text("node_id").notNull(),
    origin: text("origin", { enum: ["seed", "client", "repair", "amendment"] }).notNull(),
    payload: bytea("payload").notNull(),
    bytes: integer("bytes").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.epoch, table.seq] })],
);

export const documentSnapshot = pgTable(
  "document_snapshot",
  {
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    epoch: integer("epoch").notNull(),
    seq: seqOf("seq").notNull(),
    state: bytea("state").notNull(),
    stateVector: bytea("state_vector").notNull(),
    jsonSha256: text("json_sha256").notNull(),
    verified: boolean("verified").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.epoch, table.seq] })],
);

/** A frozen version: the bytes that approval and filing speak of. `sha256` is of `canonical`, UTF-8. [A1] */
export const documentVersion = pgTable(
  "document_version",
  {
    id: idOf<VersionId>().primaryKey(),
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    number: integer("number").notNull(),
    epoch: integer("epoch").notNull(),
    seq: seqOf("seq").notNull(),
    state: bytea("state").notNull(),
    canonical: text("canonical").notNull(),
    sha256: text("sha256").notNull(),
    label: text("label").notNull(),
    /** "named": somebody gave the text of that moment a name, and wrote on. */
    kind: text("kind", { enum: ["frozen", "named"] })
      .notNull()
      .default("frozen"),
    frozenBy: idOf<UserId>("frozen_by").notNull(),
    frozenAt: moment("frozen_at").notNull(),
  },
  (table) => [
    uniqueIndex("document_version_number").on(table.documentId, table.number),
    uniqueIndex("document_version_name")
      .on(table.documentId, sql`lower(${table.label})`)
      .where(sql`${table.kind} = 'named'`),
  ],
);

/** The Yjs client ids of a document: each was issued to one page instance of one person. [I4] */
export const documentClient = pgTable(
  "document_client",
  {
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    clientId: seqOf("client_id").notNull(),
    userId: idOf<UserId>("user_id").notNull(),
    sessionId: idOf<string>("session_id").notNull(),
    /** Known to the page instance it was issued to, and to nobody else. */
    nonce: text("nonce").notNull(),
    /** The newest connection of that page: what an older one still has under way is not appended. */
    connection: idOf<string>("connection_id"),
    at: moment("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.clientId] })],
);

/** How far the projections of a document have read. */
export const projection = pgTable("projection", {
  documentId: idOf<DocumentId>("document_id")
    .primaryKey()
    .references(() => document.id),
  epoch: integer("epoch").notNull(),
  seq: seqOf("seq").notNull(),
});

/** Projection: the document's blocks, in order. Written by projections/ alone; rebuildable. */
export const paragraph = pgTable(
  "paragraph",
  {
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    blockId: text("block_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    /** The heading the paragraph stands under, "" before the first one. */
    heading: text("heading").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.blockId] })],
);

/** Projection: paragraph ↔ clause (or the whole source), and the center that made the link. */
export const paragraphLink = pgTable(
  "paragraph_link",
  {
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    blockId: text("block_id").notNull(),
    targetKind: text("target_kind", { enum: ["clause", "source"] }).notNull(),
    targetId: idOf<string>("target_id").notNull(),
    centerId: idOf<string>("center_id").notNull(),
    /** Null: it says only what the paragraph is about. [L8] */
    stance: text("stance", { enum: ["support", "point-of-attention", "change-proposal", "question"] }),
    extra: jsonb("extra").notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.blockId, table.targetKind, table.targetId, table.centerId] }),
    index("paragraph_link_target").on(table.targetId),
  ],
);
