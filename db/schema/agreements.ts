import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
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
  (table) => [uniqueIndex("source_version_number").on(table.sourceId, table.number)],
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
    contentHash: text("content_hash").notNull(),
  },
  (table) => [uniqueIndex("clause_position").on(table.versionId, table.position)],
);
