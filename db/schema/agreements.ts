import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ClauseId, MunicipalityId, SourceId, SourceVersionId, UserId } from "../ids";
import { bytea, idOf, moment } from "./columns";
import { municipality, person } from "./identity";

export const source = pgTable(
  "source",
  {
    id: idOf<SourceId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    title: text("title").notNull(),
    kind: text("kind", { enum: ["agreement", "goal-paper", "strategy"] }).notNull(),
    publisher: text("publisher").notNull(),
    createdBy: idOf<UserId>("created_by")
      .notNull()
      .references(() => person.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("source_municipality").on(table.municipalityId)],
);

/** One version of a source. While `acceptedAt` is null its tree is the proposal; afterwards its clauses are rows. */
export const sourceVersion = pgTable(
  "source_version",
  {
    id: idOf<SourceVersionId>().primaryKey(),
    sourceId: idOf<SourceId>("source_id")
      .notNull()
      .references(() => source.id),
    number: integer("number").notNull(),
    /** How often it was corrected after its acceptance: 2.3 is the third correction of version 2. */
    minor: integer("minor").notNull().default(0),
    /** The accepted version before it, when it was accepted: what its clauses are carried over from. */
    followsId: idOf<SourceVersionId>("follows_id").references((): AnyPgColumn => sourceVersion.id),
    label: text("label").notNull(),
    fileName: text("file_name").notNull(),
    original: bytea("original").notNull(),
    originalSha256: text("original_sha256").notNull(),
    /** The proposed tree (`Proposal` in app/document-model/proposal.ts) and the trees before it, for undo. */
    proposal: jsonb("proposal").notNull(),
    proposalHistory: jsonb("proposal_history").notNull(),
    revision: integer("revision").notNull().default(0),
    acceptedAt: moment("accepted_at"),
    acceptedBy: idOf<UserId>("accepted_by").references(() => person.id),
    createdBy: idOf<UserId>("created_by")
      .notNull()
      .references(() => person.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("source_version_number").on(table.sourceId, table.number),
    // Whether a newer one follows is asked on every page of a hearing, version by version. [C16]
    index("source_version_follows").on(table.followsId),
  ],
);

/** A node of an accepted version's tree, in reading order by `position`. Its id is for life; links point at it. */
export const clause = pgTable(
  "clause",
  {
    id: idOf<ClauseId>().primaryKey(),
    versionId: idOf<SourceVersionId>("version_id")
      .notNull()
      .references(() => sourceVersion.id),
    parentId: idOf<ClauseId>("parent_id"),
    position: integer("position").notNull(),
    depth: integer("depth").notNull(),
    kind: text("kind", { enum: ["section", "clause", "goal", "area", "text"] }).notNull(),
    number: text("number").notNull(),
    heading: text("heading").notNull(),
    text: text("text").notNull(),
    /** Where it stands in the original, from 1; null where the format has no pages. */
    page: integer("page"),
    contentHash: text("content_hash").notNull(),
    /** A correction has joined it to that one: it is shown nowhere, and what points at it means the other. [S18] */
    joinedIntoId: idOf<ClauseId>("joined_into_id").references((): AnyPgColumn => clause.id),
  },
  (table) => [
    uniqueIndex("clause_position").on(table.versionId, table.position).where(sql`${table.joinedIntoId} is null`),
    // What earlier clauses have become asks for the joined ones too, and for what was joined to one.
    index("clause_version").on(table.versionId),
    index("clause_joined_into").on(table.joinedIntoId),
  ],
);

/** One correction of an accepted version; `before` is what the rows it touched were, so that it can be taken back. [S18] */
export const clauseCorrection = pgTable(
  "clause_correction",
  {
    versionId: idOf<SourceVersionId>("version_id")
      .notNull()
      .references(() => sourceVersion.id),
    minor: integer("minor").notNull(),
    /** `Correction` of agreements/rules.ts; null when the correction before it was taken back. */
    correction: jsonb("correction"),
    before: jsonb("before").notNull(),
    correctedBy: idOf<UserId>("corrected_by")
      .notNull()
      .references(() => person.id),
    correctedAt: moment("corrected_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.minor] })],
);
